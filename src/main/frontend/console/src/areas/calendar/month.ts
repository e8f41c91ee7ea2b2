// 一个月的格子：周一在前，前后补齐到整周。

export interface Day {
  date: string
  working: boolean
  label: string
  source: string
  provisional: boolean
}

export interface Cell {
  date: string
  day: number
  inMonth: boolean
  info?: Day
}

const DAY = 86_400_000

const iso = (at: number) => new Date(at).toISOString().slice(0, 10)

export function monthRange(year: number, month: number): { from: string; until: string } {
  const first = Date.UTC(year, month - 1, 1)
  const last = Date.UTC(year, month, 0)
  const before = (new Date(first).getUTCDay() + 6) % 7
  const after = (7 - new Date(last).getUTCDay()) % 7
  return { from: iso(first - before * DAY), until: iso(last + after * DAY) }
}

export function weeksOf(year: number, month: number, days: Day[]): Cell[][] {
  const known = new Map(days.map((it) => [it.date, it]))
  const { from, until } = monthRange(year, month)
  const weeks: Cell[][] = []
  for (let at = Date.parse(from); at <= Date.parse(until); at += DAY) {
    const date = iso(at)
    const cell = {
      date,
      day: Number(date.slice(8)),
      inMonth: Number(date.slice(5, 7)) === month,
      info: known.get(date),
    }
    const week = weeks.at(-1)
    if (week && week.length < 7) week.push(cell)
    else weeks.push([cell])
  }
  return weeks
}

export function step(year: number, month: number, by: number): { year: number; month: number } {
  const index = year * 12 + month - 1 + by
  return { year: Math.floor(index / 12), month: (index % 12) + 1 }
}
