import type { PlanCell, PlanItemRow, PlanScreen } from '@qihang/api-client'

export type Figure = 'COUNTED' | 'COMPARED' | 'RECOGNISED'

export interface FigureLine {
  figure: Figure
  text: string
  /** The figure in words. */
  words: string
}

export const targetOf = (cell: PlanCell | undefined): string => (cell?.targets ?? []).map((it) => it.text).join('、')

/** What the annex writes across the units' columns. */
export const quoteOf = (item: PlanItemRow): string => item.total?.targets?.[0]?.quote ?? ''

export function cellOf(item: PlanItemRow, unit: string | undefined): PlanCell | undefined {
  return item.cells.find((it) => it.unit === unit)
}

/** The figures of a cell that stand before a list of names. */
export function figuresOf(item: PlanItemRow, cell: PlanCell | undefined): FigureLine[] {
  const lines: FigureLine[] = []
  if (cell?.done != null) lines.push({ figure: 'COUNTED', text: String(cell.done), words: `${item.measureName}${cell.done}${item.unitName}` })
  if (cell?.compared != null) {
    lines.push({ figure: 'COMPARED', text: `市 ${cell.compared}`, words: `${item.comparedName}${cell.compared}${item.unitName}` })
  }
  if (cell?.recognised) lines.push({ figure: 'RECOGNISED', text: cell.recognised.replace(' ', '\u00a0'), words: cell.recognised })
  return lines
}

export function itemOf(plan: PlanScreen | undefined, no: number): PlanItemRow | undefined {
  return plan?.items?.find((it) => it.no === no)
}
