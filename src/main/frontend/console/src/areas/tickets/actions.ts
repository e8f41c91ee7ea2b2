// 下一步可以做什么：状态、身份、期限三样都对才列出来，与服务器的规则（TicketStatus、TicketAction）一致。

export type TicketStatus =
  | 'COLLECTED'
  | 'DISPATCHED'
  | 'HANDLING'
  | 'SUSPENSION_ASKED'
  | 'OUTCOME_PROPOSED'
  | 'ANSWERED'
  | 'SUSPENDED'
  | 'CLOSED'

export type ActionCode =
  | 'dispatch'
  | 'acceptance'
  | 'return'
  | 'progress'
  | 'reply'
  | 'answer'
  | 'extension'
  | 'suspension-request'
  | 'suspension'
  | 'suspension-refusal'
  | 'resumption'
  | 'unanswered'
  | 'outcome-proposal'
  | 'outcome-confirmation'
  | 'outcome-refusal'
  | 'reopening'

export interface Action {
  code: ActionCode
  label: string
  /** 做了以后会怎样。 */
  hint: string
  /** 说明栏的名称；不填的可以不写。 */
  text: string
  required: boolean
  limit: number
  /** 能附佐证文件的。 */
  files: boolean
  /** 要写佐证名称的（办结答复）。 */
  evidence: boolean
  /** 要选责任单位的（分派）。 */
  office: boolean
  /** 要选办理结果的（提出按已解释等销号）。 */
  outcomes?: readonly { value: Outcome; label: string }[]
  /** 要写由谁决定、哪一级的（挂账）；到同意时还可以定复核日。 */
  decider?: 'asked' | 'decided'
  /** 不能撤回的，办之前再确认一次。 */
  confirm?: string
}

export type Outcome = 'EXPLAINED' | 'UNREACHABLE' | 'NOT_OURS' | 'UNANSWERED'

export const LEVELS = [
  { value: 'COUNTY', label: '县级' },
  { value: 'CITY', label: '市级' },
  { value: 'PROVINCE', label: '省级' },
  { value: 'STATE', label: '国家' },
  { value: 'OTHER', label: '其他' },
] as const

export interface StepLike {
  kind?: string
  running?: boolean
  overdue?: boolean
  complex?: boolean
  dueAt?: string
}

export interface Situation {
  status: TicketStatus
  office?: string | null
  steps: StepLike[]
}

export interface Actor {
  roles: readonly string[]
  offices: readonly string[]
}

function action(code: ActionCode, label: string, hint: string, more: Partial<Action> = {}): Action {
  return {
    code,
    label,
    hint,
    text: '原因',
    required: true,
    limit: 1000,
    files: false,
    evidence: false,
    office: false,
    ...more,
  }
}

const dispatch = (label: string) =>
  action('dispatch', label, '承办单位马上收到提醒，受理、答复、办结期限不变。', {
    text: '给承办单位的话',
    required: false,
    limit: 500,
    office: true,
  })
const accept = action('acceptance', '受理', '受理期限到此为止，企业收到提醒。', { text: '说明', required: false, limit: 2000 })
const giveBack = action('return', '退回重派', '不属本单位职责的，退回台账单位另行分派；期限照常计算。')
const progress = action('progress', '记办理进展', '企业看得到；不代替答复，期限不变。', { text: '进展', limit: 2000, files: true })
const reply = action('reply', '答复', '告诉企业怎么办、何时办；答复期限到此为止，继续办理。', { text: '答复内容', limit: 2000, files: true })
const answer = action('answer', '办结答复', '写明结果和佐证，请企业确认；企业确认后销号。', {
  text: '办理结果',
  limit: 2000,
  files: true,
  evidence: true,
})
const extend = action('extension', '按复杂事项延长', '办结期限改按复杂事项计算，只能一次，须在期限过前。')
const askSuspension = action('suspension-request', '申请挂账', '说明办不成的原因、由谁决定；台账单位同意之前期限照常计算。', { decider: 'asked' })
const suspend = (label: string) => action('suspension', label, '仍为未销号，到复核日再看；企业收到提醒。', { decider: 'decided' })
const refuse = action('suspension-refusal', '不同意挂账', '诉求回到办理中，办结期限不变。')
const resume = action('resumption', '恢复办理', '诉求回到办理中，办结期限重新起算。')
const closeUnanswered = action('unanswered', '按未回应销号', '结果为“未回应”，不算满意；企业随时可以重新立项。', {
  text: '怎样联系过企业',
  confirm: '按“未回应”销号后，企业会收到提醒。确定企业在确认期内没有回应吗？',
})
const propose = (outcomes: Action['outcomes']) =>
  action('outcome-proposal', '提出其他结果', '写明原因和佐证，台账单位确认后才销号；之前期限照常计算。', { outcomes, evidence: true, files: true })
const OUTCOMES = [
  { value: 'EXPLAINED', label: '已解释' },
  { value: 'UNREACHABLE', label: '联系不上' },
  { value: 'NOT_OURS', label: '不属本级' },
] as const
const SILENT = [{ value: 'UNANSWERED', label: '未回应' }] as const
const confirmOutcome = action('outcome-confirmation', '确认办理结果', '按承办单位提出的结果销号，不算满意；企业收到提醒，随时可以重新立项。', {
  text: '怎样核实的',
  confirm: '确认后诉求销号，企业会收到提醒。看过办理过程里的原因和佐证了吗？',
})
const refuseOutcome = action('outcome-refusal', '不同意办理结果', '诉求回到办理中，期限不变。')
const reopen = action('reopening', '重新立项', '编号和经过保留，期限重新起算。')

export function isHandlerOf(me: Actor, office: string | null | undefined): boolean {
  return me.roles.includes('HANDLER') && !!office && me.offices.includes(office)
}

export function isLedger(me: Actor): boolean {
  return me.roles.includes('COUNTY_OFFICER')
}

function ofLedger(ticket: Situation): Action[] {
  switch (ticket.status) {
    case 'COLLECTED':
      return [dispatch('分派')]
    case 'DISPATCHED':
    case 'HANDLING':
      return [dispatch('改派')]
    case 'SUSPENSION_ASKED':
      return [suspend('同意挂账'), refuse]
    case 'OUTCOME_PROPOSED':
      return [confirmOutcome, refuseOutcome]
    case 'ANSWERED':
      return ticket.steps.some((it) => it.kind === 'CONFIRM' && it.running && it.overdue) ? [closeUnanswered] : []
    case 'SUSPENDED':
      return [resume, suspend('继续挂账')]
    case 'CLOSED':
      return [reopen]
  }
}

function ofHandler(ticket: Situation): Action[] {
  switch (ticket.status) {
    case 'DISPATCHED':
      return [accept, giveBack]
    case 'HANDLING': {
      const solve = ticket.steps.filter((it) => it.kind === 'SOLVE').at(-1)
      const extensible = solve && !solve.complex && !solve.overdue
      return [answer, reply, progress, ...(extensible ? [extend] : []), askSuspension, propose(OUTCOMES)]
    }
    case 'ANSWERED':
      return ticket.steps.some((it) => it.kind === 'CONFIRM' && it.running && it.overdue) ? [propose(SILENT)] : []
    case 'SUSPENDED':
      return [progress, resume]
    default:
      return []
  }
}

/** 这个人此刻能办的，最常办的在前；同一件事两种身份都能办的只列一次。 */
export function nextActions(ticket: Situation, me: Actor): Action[] {
  const all = [
    ...(isHandlerOf(me, ticket.office) ? ofHandler(ticket) : []),
    ...(isLedger(me) ? ofLedger(ticket) : []),
  ]
  return all.filter((it, index) => all.findIndex((other) => other.code === it.code) === index)
}

/** 没有能办的时，说明在等谁。 */
export function waitingFor(ticket: Situation): string {
  switch (ticket.status) {
    case 'COLLECTED':
      return '等台账单位分派。'
    case 'DISPATCHED':
      return '等承办单位受理。'
    case 'HANDLING':
      return '承办单位正在办理。'
    case 'SUSPENSION_ASKED':
      return '等台账单位决定是否同意挂账。'
    case 'OUTCOME_PROPOSED':
      return '等台账单位确认承办单位提出的结果。'
    case 'ANSWERED':
      return '等企业确认。确认期满仍未回应的，由台账单位核实后按未回应销号。'
    case 'SUSPENDED':
      return '已挂账，到复核日由台账单位再看。'
    case 'CLOSED':
      return '已销号。同样的问题又出现的，企业或台账单位可以重新立项。'
  }
}
