// 一件诉求走到了哪一步、下一步该谁、他能做什么；和服务器的状态表（TicketStatus）一致。
import type { TrackCard, TrackHop, TrackStep } from '@qihang/api-client'

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
  HANDLING: 'SOLVE',
  SUSPENSION_ASKED: 'SOLVE',
  OUTCOME_PROPOSED: 'SOLVE',
  ANSWERED: 'CONFIRM',
  SUSPENDED: 'REVIEW',
  CLOSED: undefined,
}

export function nextStep(card: Pick<TrackCard, 'status' | 'officeName'>, steps: readonly TrackStep[]): NextStep | undefined {
  const owed = (kind: StepKind | undefined) => [...steps].reverse().find((it) => it.kind === kind && !it.metAt)
  const { status, officeName } = card
  const reply = status === 'HANDLING' ? owed('REPLY') : undefined
  const dueAt = (reply ?? owed(DUE[status]))?.dueAt
  switch (status) {
    case 'COLLECTED':
      return { who: officeName, what: '分派给承办单位', dueAt }
    case 'DISPATCHED':
      return { who: officeName, what: '受理', dueAt }
    case 'HANDLING':
      return { who: officeName, what: reply ? '答复怎么办、何时办' : '办完后写明结果', dueAt }
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

/** 正在计算的期限在前，已经做到的在后；同类的只留最近一次 */
export function currentSteps(steps: readonly TrackStep[]): TrackStep[] {
  const latest = new Map<StepKind, TrackStep>()
  steps.forEach((it) => latest.set(it.kind, it))
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

export type HandlerAction = 'accept' | 'return' | 'progress' | 'reply' | 'answer'

/** 承办单位在手机上能做的，最要紧的在前 */
export function handlerActions(status: Status, steps: readonly Pick<TrackStep, 'kind' | 'metAt'>[]): HandlerAction[] {
  switch (status) {
    case 'DISPATCHED':
      return ['accept', 'return']
    case 'HANDLING':
      return steps.some((it) => it.kind === 'REPLY' && !it.metAt)
        ? ['reply', 'answer', 'progress']
        : ['answer', 'progress', 'reply']
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
