import type { Audience, Condition, Particulars, PolicyView } from '@qihang/api-client'
import type { Tone } from '@/shared/StatusTag.vue'
import { casesOf, conditionOf, groupsOf, requestOf, trialsOf, type ConditionGroup, type TrialCase } from './condition'

export type Status = 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN' | 'REPLACED'
export type Kind = NonNullable<Particulars['kind']>

export const STATUSES: { value: Status; label: string }[] = [
  { value: 'DRAFT', label: '草稿' },
  { value: 'PUBLISHED', label: '已发布' },
  { value: 'WITHDRAWN', label: '已撤回' },
  { value: 'REPLACED', label: '已被替代' },
]

export const statusTone = (status: Status | undefined): Tone =>
  status === 'PUBLISHED' ? 'good' : status === 'DRAFT' ? 'warn' : 'plain'

export const KINDS: { value: Kind; label: string }[] = [
  { value: 'NOTICE', label: '通知' },
  { value: 'OPINION', label: '意见' },
  { value: 'MEASURES', label: '措施' },
  { value: 'GUIDE', label: '申报指南' },
  { value: 'INTERPRETATION', label: '政策解读' },
]

export const STATES = [
  { value: 'READ', label: '已读', key: 'read' },
  { value: 'SENT', label: '微信已送达', key: 'sent' },
  { value: 'TOLD', label: '已当面告知', key: 'told' },
  { value: 'UNSUBSCRIBED', label: '未订阅，站内已收到', key: 'unsubscribed' },
  { value: 'FAILED', label: '微信发送失败', key: 'failed' },
  { value: 'UNKNOWN', label: '微信结果未知', key: 'unknown' },
  { value: 'DOUBTFUL', label: '等微信报告结果', key: 'doubtful' },
  { value: 'INBOX_ONLY', label: '只发站内消息', key: 'inboxOnly' },
  { value: 'READY', label: '还在发送', key: 'waiting' },
] as const

export type State = (typeof STATES)[number]['value'] | 'SENDING'

export const ANSWERS = [
  { value: 'APPLY', label: '我要申报' },
  { value: 'UNFIT', label: '不适合' },
  { value: 'CONTACT', label: '请联系我' },
]

export type AnswerKind = 'APPLY' | 'UNFIT' | 'CONTACT'

export interface Draft {
  particulars: { [K in keyof Particulars]?: string }
  /** groups 为空的，条件 kept 这里改不了，原样带回 */
  audience: { regions: string[]; industries: string[]; groups: ConditionGroup[] | undefined; kept?: Condition; cases: TrialCase[] }
  text: string
}

export const emptyDraft = (issuer: string): Draft => ({
  particulars: { kind: 'NOTICE', shortTitle: '', issuer },
  audience: { regions: [], industries: [], groups: [], cases: [] },
  text: '',
})

export function draftOf(particulars: Particulars | undefined, audience: Audience | undefined, text: string | undefined): Draft {
  const known = Object.entries(particulars ?? {}).filter(([, value]) => value != null && value !== false).map(([key, value]) => [key, String(value)])
  return {
    particulars: { kind: 'NOTICE', shortTitle: '', ...Object.fromEntries(known) },
    audience: {
      regions: [...(audience?.regions ?? [])],
      industries: [...(audience?.industries ?? [])],
      groups: groupsOf(audience?.condition),
      kept: audience?.condition ?? undefined,
      cases: trialsOf(audience?.cases),
    },
    text: text ?? '',
  }
}

/** The draft as it is sent: what is empty is left out, a fact without a value too. */
export function contentOf(draft: Draft) {
  const filled = Object.entries(draft.particulars).filter(([, value]) => value)
  return {
    particulars: {
      kind: draft.particulars.kind as Kind,
      shortTitle: draft.particulars.shortTitle ?? '',
      ...Object.fromEntries(filled.filter(([key]) => !['kind', 'shortTitle', 'applyYearly'].includes(key))),
      ...(draft.particulars.applyYearly ? { applyYearly: true } : {}),
    },
    audience: audienceOf(draft.audience),
    text: draft.text,
  }
}

function audienceOf({ regions, industries, groups, kept, cases }: Draft['audience']) {
  const condition = groups ? conditionOf(groups) : kept && requestOf(kept)
  return { regions, industries, ...(condition ? { condition, cases: casesOf(cases, groups ?? []) } : {}) }
}

/** Whether there is enough to be kept as a draft. */
export const canBeKept = (draft: Draft): boolean => !!draft.particulars.shortTitle?.trim() && !!draft.text.trim()

export interface Line {
  kind: 'text' | 'duty' | 'table'
  ref: string
  level: number
  heading: string
  text: string
  head: string[]
  rows: string[][]
}

/** The parts as a reader sees them: the rows of a table together. */
export function linesOf(policy: PolicyView | undefined): Line[] {
  const lines: Line[] = []
  for (const part of policy?.parts ?? []) {
    const { ref = '', level = 1, heading = '', text = '', cells = [] } = part
    const last = lines.at(-1)
    if (part.kind === 'TABLE_HEAD') lines.push({ kind: 'table', ref, level, heading: '', text: '', head: cells, rows: [] })
    else if (part.kind === 'TABLE_ROW' && last?.kind === 'table') last.rows.push(cells)
    else lines.push({ kind: part.kind === 'DUTY' ? 'duty' : 'text', ref, level, heading, text, head: [], rows: [] })
  }
  return lines
}
