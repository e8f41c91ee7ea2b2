// 时限方案：同一代码的各版本归在一起；某类诉求没有自己的，用通用的。
import type { ProfileView } from '@qihang/api-client'

export type Unit = 'WORKING_HOURS' | 'WORKING_DAYS' | 'CALENDAR_DAYS'

export const UNITS: { value: Unit; label: string; most: number }[] = [
  { value: 'WORKING_HOURS', label: '个工作小时', most: 999 },
  { value: 'WORKING_DAYS', label: '个工作日', most: 366 },
  { value: 'CALENDAR_DAYS', label: '个自然日', most: 732 },
]

export interface Group {
  code: string
  title: string
  versions: ProfileView[]
}

const GENERAL: Record<string, string> = {
  ticket: '诉求办理（通用）',
  'ticket-dispatch': '退回和协办（通用）',
  'ticket-follow-up': '答复和挂账之后（通用）',
}

/** 诉求办理 · 用工用能 */
export function titleOf(code: string, categories: readonly { value: string; label: string }[]): string {
  const [general = code, category] = code.split('.')
  if (!category) return GENERAL[general] ?? code
  const name = categories.find((it) => it.value === category)?.label ?? category
  return `${(GENERAL[general] ?? general).replace('（通用）', '')} · ${name}`
}

export function groupsOf(profiles: readonly ProfileView[], categories: readonly { value: string; label: string }[]): Group[] {
  const groups = new Map<string, ProfileView[]>()
  profiles.forEach((it) => groups.set(it.code, [...(groups.get(it.code) ?? []), it]))
  return [...groups].map(([code, versions]) => ({ code, title: titleOf(code, categories), versions }))
}

/** 新版本从哪一版改起：这类现行的，没有的用通用的。 */
export function baseOf(profiles: readonly ProfileView[], code: string): ProfileView | undefined {
  const general = code.split('.')[0]
  const inForce = (sought: string | undefined) =>
    profiles.find((it) => it.code === sought && it.inForce && it.own) ?? profiles.find((it) => it.code === sought && it.inForce)
  return inForce(code) ?? inForce(general)
}
