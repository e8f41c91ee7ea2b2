import type { FactLine, MemberLine } from '@qihang/api-client'
import { date } from '@/shared/format'

/** 不四舍五入：一分是 0.000001 万元。 */
const exact = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 })

/** A fact's value as it is read: 10280000 元 is 1,028 万元. */
export function factText({ value = '', unit }: FactLine): string {
  if (value === 'true') return '是'
  if (value === 'false') return '否'
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return date(value)
  if (!/^-?\d+(\.\d+)?$/.test(value) || !unit) return `${value}${unit ?? ''}`
  const number = Number(value)
  if (unit === '元' && Math.abs(number) >= 10_000) return `${exact.format(number / 10_000)} 万元`
  return `${exact.format(number)} ${unit}`
}

export type MemberDeed = 'confirm' | 'refuse' | 'transfer' | 'end'

/** What an officer can do about a member now. */
export function deedsFor({ status, confirmedAt, manager }: MemberLine): MemberDeed[] {
  if (status === 'REQUESTED') return ['confirm', 'refuse']
  if (status !== 'ACTIVE') return []
  if (!confirmedAt) return ['confirm', 'end']
  return manager ? ['end'] : ['transfer', 'end']
}
