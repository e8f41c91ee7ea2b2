/** What had come in by the end of each month. */
export function runningTotals(months: number[]): number[] {
  let total = 0
  return months.map((it) => (total += it))
}

/** The months of several units together. */
export function together(units: { months?: number[] }[]): number[] {
  const length = Math.max(0, ...units.map((it) => it.months?.length ?? 0))
  return Array.from({ length }, (_, month) => units.reduce((sum, it) => sum + (it.months?.[month] ?? 0), 0))
}
