import type { LedgerLine, PortfolioLine } from '@qihang/api-client'
import { plusDays } from '@/time/day'

/** 名称或乡镇里含有每一个词的 */
export function matching(all: readonly PortfolioLine[], words: string): PortfolioLine[] {
  const wanted = words.split(/\s+/).filter(Boolean)
  return all.filter((it) => wanted.every((word) => `${it.name} ${it.unitName} ${it.kindName}`.includes(word)))
}

/** 最久没去的在前，从没去过的最前；同一天的，帮包早的在前 */
export function longestUnvisited(all: readonly PortfolioLine[]): PortfolioLine[] {
  const key = (it: PortfolioLine) => `${it.lastVisitedOn ?? ''} ${it.since}`
  return [...all].sort((a, b) => key(a).localeCompare(key(b)))
}

/** 已过期的和一周内到期的 */
export function dueSoon(promises: readonly LedgerLine[], today: string): LedgerLine[] {
  const until = plusDays(today, 7)
  return promises.filter((it) => it.dueOn <= until)
}
