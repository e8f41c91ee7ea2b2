// 一件诉求走到了哪一步、下一步该谁、他能做什么；和服务器的状态表（TicketStatus）一致。
import type { AssistView, TrackCard, TrackExtension, TrackHop, TrackPause, TrackStep } from '@qihang/api-client'

type Status = TrackCard['status']
type StepKind = TrackStep['kind']

/** 已销号 · 已解决；状态和结果说的是一回事的只说一次 */
export function statusText({ statusName, outcome }: Pick<TrackCard, 'statusName' | 'outcome'>): string {
  return outcome && outcome !== statusName ? `${statusName} · ${outcome}` : statusName
}

export interface NextStep {
  who: string
  what: string
  dueAt?: string
}

const DUE: Record<Status, StepKind | undefined> = {
  COLLECTED: 'ACCEPT',
  DISPATCHED: 'ACCEPT',
  FINAL_REVIEW: 'ACCEPT',
  HANDLING: 'SOLVE',
  PAUSED: 'SOLVE',
  SUSPENSION_ASKED: 'SOLVE',
  OUTCOME_PROPOSED: 'SOLVE',
  ANSWERED: 'CONFIRM',
  SUSPENDED: 'REVIEW',
  CLOSED: undefined,
}

/** 计时暂停着，在等什么 */
export function waiting(pauses: readonly TrackPause[] | undefined): TrackPause | undefined {
  return pauses?.find((it) => it.running)
}

/** 延期申请到了哪一步 */
export function extensionText(it: Pick<TrackExtension, 'granted' | 'officeName'>): string {
  if (it.granted === null || it.granted === undefined) return `等${it.officeName}决定`
  return it.granted ? `${it.officeName}已同意` : `${it.officeName}没有同意`
}

export function nextStep(
  card: Pick<TrackCard, 'status' | 'officeName'>,
  steps: readonly TrackStep[],
  pauses?: readonly TrackPause[],
): NextStep | undefined {
  const owed = (kind: StepKind | undefined) => [...steps].reverse().find((it) => it.kind === kind && !it.metAt)
  const { status, officeName } = card
  const reply = status === 'HANDLING' ? owed('REPLY') : undefined
  const dueAt = (reply ?? owed(DUE[status]))?.dueAt
  switch (status) {
    case 'COLLECTED':
      return { who: officeName, what: '分派给承办单位', dueAt }
    case 'DISPATCHED':
      return { who: officeName, what: '受理', dueAt }
    case 'FINAL_REVIEW':
      return { who: officeName, what: '确定由哪个单位办理；期限照常计算', dueAt }
    case 'HANDLING':
      return { who: officeName, what: reply ? '答复怎么办、何时办' : '办完后写明结果', dueAt }
    case 'PAUSED': {
      const pause = waiting(pauses)
      return pause?.waitsForEnterprise
        ? { who: '企业', what: '补充承办单位在等的材料', dueAt: pause.until }
        : { who: officeName, what: `${pause?.reasonName ?? '等待'}，计时暂停`, dueAt: pause?.until }
    }
    case 'SUSPENSION_ASKED':
      return { who: '台账单位', what: '决定是否同意挂账', dueAt }
    case 'OUTCOME_PROPOSED':
      return { who: '台账单位', what: '确认办理结果', dueAt }
    case 'ANSWERED':
      return { who: '企业', what: '确认是否解决', dueAt }
    case 'SUSPENDED':
      return { who: officeName, what: '到复核日再看能不能办；挂账不是销号', dueAt }
    case 'CLOSED':
      return undefined
  }
}

/** 正在计算的期限在前，已经做到的在后；同类的只留最近一次，几个单位的协办各是各的 */
export function currentSteps(steps: readonly TrackStep[]): TrackStep[] {
  const latest = new Map<string, TrackStep>()
  steps.forEach((it) => latest.set(it.kind === 'ASSIST' ? it.name : it.kind, it))
  return [...latest.values()].sort((a, b) => Number(b.running) - Number(a.running) || a.dueAt.localeCompare(b.dueAt))
}

export type StepState = 'late' | 'met' | 'running' | 'stopped'

export function stateOf(step: TrackStep): { state: StepState; text: string } {
  // 企业确认的期限是企业自己的，过了也不是哪个单位超期
  if (step.kind === 'CONFIRM' && step.metAt) return { state: 'met', text: '已回应' }
  if (step.kind === 'CONFIRM' && step.overdue) return { state: 'stopped', text: '期限已过' }
  if (step.metAt) {
    return Date.parse(step.metAt) > Date.parse(step.dueAt)
      ? { state: 'late', text: '超期完成' }
      : { state: 'met', text: '按期完成' }
  }
  if (step.overdue) return { state: 'late', text: '已超期' }
  return step.running ? { state: 'running', text: '正在计算' } : { state: 'stopped', text: '不再计算' }
}

/** 提出的人在销号之前可以补交 */
export function maySendFiles(status: Status): boolean {
  return status !== 'CLOSED'
}

/** 没有销号的随时可以撤回 */
export function mayWithdraw(status: Status): boolean {
  return status !== 'CLOSED'
}

export type HandlerAction =
  | 'accept'
  | 'return'
  | 'progress'
  | 'reply'
  | 'answer'
  | 'pause'
  | 'resume'
  | 'extend'
  | 'assist-accept'
  | 'assist-finish'
  | 'grant'
  | 'refuse'

/** 决定延期的单位在手机上能做的 */
export function approverActions(extensions: readonly Pick<TrackExtension, 'decidedAt'>[]): HandlerAction[] {
  return extensions.some((it) => !it.decidedAt) ? ['grant', 'refuse'] : []
}

/** 本单位还欠着的那一份协办，和现在能做的 */
export function assistOf(
  assists: readonly Pick<AssistView, 'no' | 'office' | 'state' | 'matter'>[],
  mine: (office: string) => boolean,
): { no: number; matter: string; actions: HandlerAction[] } | undefined {
  const owed = assists.find((it) => mine(it.office) && (it.state === 'ASKED' || it.state === 'ACCEPTED'))
  if (!owed) return undefined
  return { no: owed.no, matter: owed.matter, actions: owed.state === 'ASKED' ? ['assist-accept', 'assist-finish'] : ['assist-finish'] }
}

type StepLike = Pick<TrackStep, 'kind' | 'metAt'> & Partial<Pick<TrackStep, 'overdue'>> & { complex?: boolean }

/** 承办单位在手机上能做的，最要紧的在前；暂停和延期只在办结期限之前 */
export function handlerActions(
  status: Status,
  steps: readonly StepLike[],
  { extensionAsked = false, refusableUntil }: { extensionAsked?: boolean; refusableUntil?: string | null } = {},
  now = Date.now(),
): HandlerAction[] {
  const solve = [...steps].reverse().find((it) => it.kind === 'SOLVE')
  const inTime = solve !== undefined && !solve.overdue
  const clock: HandlerAction[] = inTime ? ['pause', ...(solve.complex || extensionAsked ? [] : (['extend'] as const))] : []
  switch (status) {
    case 'DISPATCHED':
      return refusableUntil && Date.parse(refusableUntil) >= now ? ['accept', 'return'] : ['accept']
    case 'HANDLING':
      return steps.some((it) => it.kind === 'REPLY' && !it.metAt)
        ? ['reply', 'answer', 'progress', ...clock]
        : ['answer', 'progress', 'reply', ...clock]
    case 'PAUSED':
      return ['resume', 'progress']
    case 'SUSPENDED':
      return ['progress']
    default:
      return []
  }
}

/** 最近的在前 */
export function latestFirst<T extends Pick<TrackHop, 'seq'>>(hops: readonly T[]): T[] {
  return [...hops].sort((a, b) => b.seq - a.seq)
}

/** 上次看过之后又动过的 */
export function moved(cards: readonly Pick<TrackCard, 'id' | 'status'>[], seen: Record<string, string>): Set<string> {
  return new Set(cards.filter((it) => seen[it.id] !== undefined && seen[it.id] !== it.status).map((it) => it.id))
}
