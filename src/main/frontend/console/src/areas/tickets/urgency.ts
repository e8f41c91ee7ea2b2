// 剩余时间：颜色之外一律写成文字。

import type { Tone } from '@/shared/StatusTag.vue'

export type Level = 'overdue' | 'today' | 'soon' | 'week' | 'later' | 'none'

export const toneOf = (level: Level): Tone =>
  level === 'overdue' ? 'bad' : level === 'today' || level === 'soon' ? 'warn' : level === 'week' ? 'info' : 'plain'

/** 黄灯、红灯、督办：颜色之外都有字。 */
export const lightTone = (light: string | null | undefined): Tone => (light === 'YELLOW' || light === 'REMIND' ? 'warn' : 'bad')

export interface Urgency {
  level: Level
  text: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** 某一刻在北京时间的日期，自 1970 年起的天数。 */
function dayOf(at: number): number {
  return Math.floor((at + 8 * HOUR) / DAY)
}

/**
 * @param dueAt 最近的期限
 * @param binds 是否约束办理单位；企业确认期过了不算谁超期
 */
export function urgencyOf(dueAt: string | null | undefined, now: number, binds = true): Urgency {
  if (!dueAt) return { level: 'none', text: '没有计算中的期限' }
  const due = Date.parse(dueAt)
  const days = dayOf(due) - dayOf(now)
  if (due < now) {
    if (!binds) return { level: 'today', text: '确认期已满' }
    const late = -days
    return { level: 'overdue', text: late === 0 ? '今天已超期' : `已超期 ${late} 天` }
  }
  if (days === 0) return { level: 'today', text: '今天到期' }
  if (days === 1) return { level: 'soon', text: '明天到期' }
  if (days <= 3) return { level: 'soon', text: `还剩 ${days} 天` }
  return { level: days <= 7 ? 'week' : 'later', text: `还剩 ${days} 天` }
}

export interface Column<T> {
  key: string
  title: string
  hint: string
  cards: T[]
}

interface CardLike {
  stage?: string
  status?: string
  nextDueAt?: string | null
  overdue?: boolean
}

export function urgencyOfCard(card: CardLike, now: number): Urgency {
  return urgencyOf(card.nextDueAt, now, card.status !== 'ANSWERED')
}

const STAGES = [
  { key: '问题收集', hint: '等分派' },
  { key: '限时办理', hint: '承办单位受理、答复、办结' },
  { key: '持续跟踪', hint: '等企业确认，或挂账' },
  { key: '销号管理', hint: '总数是今年的，列出最近 20 件' },
]

/** 四段，照县里的说法。 */
export function byStage<T extends CardLike>(cards: T[]): Column<T>[] {
  return STAGES.map(({ key, hint }) => ({ key, title: key, hint, cards: cards.filter((it) => it.stage === key) }))
}

/** 一段全部的件数：看板只列得下一部分，总数另数。没有数过的返回 undefined。 */
export function totalOf(
  stage: string,
  counts: { stage: string; status: string; tickets: number; overdue: number }[],
): { tickets: number; overdue: number } | undefined {
  const own = counts.filter((it) => it.stage === stage)
  if (!own.length) return undefined
  return {
    tickets: own.reduce((sum, it) => sum + it.tickets, 0),
    overdue: own.reduce((sum, it) => sum + (it.status === 'ANSWERED' ? 0 : it.overdue), 0),
  }
}

const TIMES: { key: Level; title: string; hint: string }[] = [
  { key: 'overdue', title: '已超期', hint: '尽快办，或说明原因申请挂账' },
  { key: 'today', title: '今天要办', hint: '今天到期，和企业确认期已满的' },
  { key: 'soon', title: '三天内到期', hint: '' },
  { key: 'week', title: '一周内到期', hint: '' },
  { key: 'later', title: '一周以后', hint: '' },
]

/** 按剩余时间；销号的没有期限，不在其中。 */
export function byTime<T extends CardLike>(cards: T[], now: number): Column<T>[] {
  return TIMES.map((it) => ({ ...it, cards: cards.filter((card) => urgencyOfCard(card, now).level === it.key) }))
}
