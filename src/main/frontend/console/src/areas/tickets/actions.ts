// 下一步可以做什么：状态、身份、期限三样都对才列出来，与服务器的规则（TicketStatus、TicketAction）一致。

export type TicketStatus =
  | 'COLLECTED'
  | 'DISPATCHED'
  | 'FINAL_REVIEW'
  | 'HANDLING'
  | 'PAUSED'
  | 'SUSPENSION_ASKED'
  | 'OUTCOME_PROPOSED'
  | 'ANSWERED'
  | 'SUSPENDED'
  | 'CLOSED'

export type ActionCode =
  | 'dispatch'
  | 'acceptance'
  | 'return'
  | 'ruling'
  | 'reminder'
  | 'handler'
  | 'assist'
  | 'assist-withdrawal'
  | 'assist-acceptance'
  | 'assist-result'
  | 'progress'
  | 'reply'
  | 'answer'
  | 'pause'
  | 'pause-end'
  | 'extension-request'
  | 'extension'
  | 'extension-refusal'
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
  /** 要选责任单位的：单位一栏的名称。 */
  office?: string
  /** 附分派建议的。 */
  advice: boolean
  /** 要选退回理由的。 */
  ground: boolean
  /** 要选经办人的。 */
  colleague: boolean
  /** 办哪一项协办。 */
  assist?: number
  /** 要选等什么的（暂停计时）。 */
  waits: boolean
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

export interface AssistLike {
  no: number
  office: string
  officeName: string
  state: string
}

export interface Situation {
  status: TicketStatus
  office?: string | null
  steps: StepLike[]
  /** 终审已经确定承办单位。 */
  bound?: boolean
  /** 到什么时候为止可以退回。 */
  refusableUntil?: string | null
  assists?: AssistLike[]
  /** 申请过延期、还没有决定的。 */
  extensionAsked?: boolean
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
    advice: false,
    ground: false,
    colleague: false,
    waits: false,
    ...more,
  }
}

const dispatch = (label: string) =>
  action('dispatch', label, '承办单位马上收到提醒，受理、答复、办结期限不变。', {
    text: '给承办单位的话',
    required: false,
    limit: 500,
    office: '承办单位',
    advice: true,
  })
const accept = action('acceptance', '受理', '受理期限到此为止，企业收到提醒。', { text: '说明', required: false, limit: 2000 })
const giveBack = action('return', '退回', '只能退一次，期限照常计算；再次被退回的由终审单位确定，不能再退。', {
  text: '为什么不属本单位职责',
  office: '建议由哪个单位办理',
  ground: true,
})
const rule = action('ruling', '终审', '确定后承办单位不能再退，台账单位不能改派。', { text: '理由', office: '承办单位' })
const urge = action('reminder', '催办', '承办单位马上收到提醒；企业看得到。', { text: '催办内容', limit: 500 })
const change = action('handler', '更换经办人', '换成本单位另一位承办人员，期限不变。', { required: false, colleague: true })
const askAssist = action('assist', '请其他单位协办', '协办单位有自己的期限，全部办结后才能办结答复。', {
  text: '请它协办什么',
  limit: 500,
  office: '协办单位',
})

/** 协办单位自己那一份。 */
function ofAssistant(ticket: Situation, me: Actor): Action[] {
  if (!['DISPATCHED', 'HANDLING', 'PAUSED', 'SUSPENSION_ASKED'].includes(ticket.status)) return []
  return (ticket.assists ?? [])
    .filter((it) => isHandlerOf(me, it.office))
    .flatMap((it) => {
      const finish = action('assist-result', '协办办结', '写明结果和佐证，交主办单位。', {
        text: '协办结果',
        limit: 2000,
        files: true,
        evidence: true,
        assist: it.no,
      })
      const take = action('assist-acceptance', '受理协办', '主办单位看得到。', {
        text: '说明',
        required: false,
        limit: 2000,
        assist: it.no,
      })
      if (it.state === 'ASKED') return [take, finish]
      return it.state === 'ACCEPTED' ? [finish] : []
    })
}

/** 主办单位和台账单位对协办能做的。 */
function aboutAssists(ticket: Situation): Action[] {
  if (!['DISPATCHED', 'HANDLING', 'PAUSED', 'SUSPENSION_ASKED'].includes(ticket.status)) return []
  const open = (ticket.assists ?? []).filter((it) => it.state === 'ASKED' || it.state === 'ACCEPTED')
  return [
    askAssist,
    ...open.map((it) =>
      action('assist-withdrawal', `撤回${it.officeName}的协办`, '不再需要它配合的，写明原因；它的期限到此为止。', { assist: it.no }),
    ),
  ]
}
const progress = action('progress', '记办理进展', '企业看得到；不代替答复，期限不变。', { text: '进展', limit: 2000, files: true })
const reply = action('reply', '答复', '告诉企业怎么办、何时办；答复期限到此为止，继续办理。', { text: '答复内容', limit: 2000, files: true })
const answer = action('answer', '办结答复', '写明结果和佐证，请企业确认；企业确认后销号。', {
  text: '办理结果',
  limit: 2000,
  files: true,
  evidence: true,
})
const pause = action('pause', '暂停计时', '在等别人的，选原因、写明等什么；停表的上班时间不计入期限，到最长时间自动恢复。企业看得到。', {
  text: '等什么',
  limit: 500,
  waits: true,
})
const endPause = action('pause-end', '恢复计时', '等到了，或不用再等；停表的时间照样不计。', { text: '说明' })
const askExtension = action('extension-request', '申请延期', '须在办结期限之前申请，由台账单位决定，只能延一次；企业看得到。')
const extend = action('extension', '同意延期', '办结期限从原来的起算日改按复杂事项计算；企业收到提醒。', {
  text: '意见',
  required: false,
  limit: 2000,
})
const refuseExtension = action('extension-refusal', '不同意延期', '写明理由，办结期限不变。', { text: '理由' })
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

/** 决定延期的单位能做的。 */
export function ofApprover(ticket: Pick<Situation, 'extensionAsked'>): Action[] {
  return ticket.extensionAsked ? [extend, refuseExtension] : []
}

function ofLedger(ticket: Situation): Action[] {
  switch (ticket.status) {
    case 'COLLECTED':
      return [dispatch('分派')]
    case 'DISPATCHED':
      return [...ofApprover(ticket), ...(ticket.bound ? [] : [dispatch('改派')]), urge, ...aboutAssists(ticket)]
    case 'FINAL_REVIEW':
      return [urge]
    case 'HANDLING':
      return [...ofApprover(ticket), ...(ticket.bound ? [] : [dispatch('改派')]), urge, ...aboutAssists(ticket)]
    case 'PAUSED':
      return [...ofApprover(ticket), endPause, urge, ...aboutAssists(ticket)]
    case 'SUSPENSION_ASKED':
      return [suspend('同意挂账'), refuse, ...ofApprover(ticket), urge, ...aboutAssists(ticket)]
    case 'OUTCOME_PROPOSED':
      return [confirmOutcome, refuseOutcome, urge]
    case 'ANSWERED':
      return ticket.steps.some((it) => it.kind === 'CONFIRM' && it.running && it.overdue) ? [closeUnanswered] : []
    case 'SUSPENDED':
      return [resume, suspend('继续挂账')]
    case 'CLOSED':
      return [reopen]
  }
}

function ofHandler(ticket: Situation, now: number): Action[] {
  switch (ticket.status) {
    case 'DISPATCHED': {
      const refusable = ticket.refusableUntil && Date.parse(ticket.refusableUntil) >= now
      return [accept, ...(refusable ? [giveBack] : []), ...aboutAssists(ticket)]
    }
    case 'FINAL_REVIEW':
      return [rule]
    case 'HANDLING': {
      const solve = ticket.steps.filter((it) => it.kind === 'SOLVE').at(-1)
      const running = solve && !solve.overdue
      const extensible = running && !solve.complex && !ticket.extensionAsked
      return [answer, reply, progress, ...(running ? [pause] : []), ...(extensible ? [askExtension] : []), askSuspension, propose(OUTCOMES), ...aboutAssists(ticket), change]
    }
    case 'PAUSED':
      return [endPause, progress, ...aboutAssists(ticket), change]
    case 'ANSWERED':
      return [...(ticket.steps.some((it) => it.kind === 'CONFIRM' && it.running && it.overdue) ? [propose(SILENT)] : []), change]
    case 'SUSPENDED':
      return [progress, resume, change]
    case 'SUSPENSION_ASKED':
    case 'OUTCOME_PROPOSED':
      return [change]
    default:
      return []
  }
}

/** 这个人此刻能办的，最常办的在前；同一件事两种身份都能办的只列一次。 */
export function nextActions(ticket: Situation, me: Actor, now = Date.now()): Action[] {
  const all = [
    ...(isHandlerOf(me, ticket.office) ? ofHandler(ticket, now) : []),
    ...ofAssistant(ticket, me),
    ...(isLedger(me) ? ofLedger(ticket) : []),
  ]
  return all.filter((it, index) => all.findIndex((other) => other.code === it.code && other.assist === it.assist) === index)
}

/** 没有能办的时，说明在等谁。 */
export function waitingFor(ticket: Situation): string {
  switch (ticket.status) {
    case 'COLLECTED':
      return '等台账单位分派。'
    case 'DISPATCHED':
      return '等承办单位受理。'
    case 'FINAL_REVIEW':
      return '两次被退回，等终审单位确定承办单位。'
    case 'HANDLING':
      return '承办单位正在办理。'
    case 'PAUSED':
      return '计时暂停，承办单位在等别人；等到了或到最长时间就恢复。'
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
