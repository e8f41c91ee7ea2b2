import type { Finding, PolicyStandingView } from '@qihang/api-client'
import { COUNTED_DAYS } from './policy'

type Answer = PolicyStandingView['answers'][number]
export type AnswerKind = Answer['kind']
export type UnfitReason = NonNullable<Answer['reason']>

export const UNFIT_REASONS: { value: UnfitReason; label: string }[] = [
  { value: 'CONDITIONS', label: '条件不符' },
  { value: 'ENJOYED', label: '已经享受' },
  { value: 'TRADE', label: '与本行业无关' },
  { value: 'BURDEN', label: '手续太多' },
  { value: 'TIME', label: '时间来不及' },
  { value: 'OTHER', label: '其他原因' },
]

export function answerOf(standing: PolicyStandingView | undefined, kind: AnswerKind): Answer | undefined {
  return standing?.answers.find((it) => it.kind === kind)
}

/** 离截止还有几个工作日，今天不算；没有申报期的为空 */
export function leftOf(standing: PolicyStandingView): string {
  if (standing.window === 'NOT_YET' || standing.window === 'CLOSED') return standing.windowLabel
  if (standing.workingDaysLeft == null || standing.workingDaysLeft > COUNTED_DAYS) return ''
  return standing.workingDaysLeft ? `申报还剩 ${standing.workingDaysLeft} 个工作日` : '今天是最后一个工作日'
}

export const VERDICTS = {
  MET: { label: '符合', tone: 'good', mark: '✓' },
  UNMET: { label: '不符合', tone: 'warn', mark: '✗' },
  MISSING: { label: '缺资料', tone: 'info', mark: '？' },
} as const

/** 条件的每一条，组里的也摊开 */
export function linesOf(found: Finding): Finding[] {
  return found.of.length ? found.of.flatMap(linesOf) : [found]
}
