// 期限还剩多少：有工作日历按工作日说，没有的按天说，不混着说。
import { daysBetween, moment } from '@/format'
import { clockOf, dayOf, plusDays } from '@/time/day'

export interface CalendarDay {
  date: string
  working: boolean
}

export type Tone = 'late' | 'soon' | 'calm'

export interface TimeLeft {
  text: string
  tone: Tone
}

export function timeLeft(dueAt: string, now: number, days: CalendarDay[] = []): TimeLeft {
  const due = Date.parse(dueAt)
  const today = dayOf(now)
  const day = dayOf(due)
  if (due < now) return { text: lateBy(day, today, days), tone: 'late' }
  if (day === today) return { text: `今天 ${clockOf(due)} 前`, tone: 'soon' }
  const working = workingDays(today, day, days)
  if (working !== undefined) return { text: `还剩 ${working} 个工作日`, tone: working <= 1 ? 'soon' : 'calm' }
  const left = daysBetween(today, day)
  return { text: `还剩 ${left} 天`, tone: left <= 1 ? 'soon' : 'calm' }
}

/** 企业确认的期限过了，不是哪个单位超期 */
export function dueOf(status: string, dueAt: string, now: number, days?: CalendarDay[]): TimeLeft {
  const left = timeLeft(dueAt, now, days)
  return status === 'ANSWERED' && left.tone === 'late' ? { text: '确认期限已过', tone: 'soon' } : left
}

/** 到哪天的承诺还有多久 */
export function daysLeft(dueOn: string, now: number): TimeLeft {
  const left = daysBetween(dayOf(now), dueOn)
  if (left < 0) return { text: `已过 ${-left} 天`, tone: 'late' }
  if (left === 0) return { text: '今天到期', tone: 'soon' }
  if (left === 1) return { text: '明天到期', tone: 'soon' }
  return { text: `还有 ${left} 天`, tone: left <= 3 ? 'soon' : 'calm' }
}

/** 多久没去过：从没去过的排最前 */
export function sinceVisit(lastVisitedOn: string | null | undefined, now: number): string {
  if (!lastVisitedOn) return '还没走访过'
  const days = daysBetween(lastVisitedOn, dayOf(now))
  if (days <= 0) return '今天走访过'
  return `${days} 天前走访（${moment(lastVisitedOn, new Date(now))}）`
}

function lateBy(day: string, today: string, days: CalendarDay[]): string {
  if (day === today) return '今天已超期'
  const working = workingDays(day, today, days)
  if (working === 0) return '已超期'
  return working === undefined ? `已超期 ${daysBetween(day, today)} 天` : `已超期 ${working} 个工作日`
}

/** 从次日到那一天有几个工作日；日历不全的不猜 */
function workingDays(from: string, until: string, days: CalendarDay[]): number | undefined {
  const known = new Map(days.map((it) => [it.date, it.working]))
  let count = 0
  for (let day = plusDays(from, 1); day <= until; day = plusDays(day, 1)) {
    const working = known.get(day)
    if (working === undefined) return undefined
    if (working) count += 1
  }
  return count
}
