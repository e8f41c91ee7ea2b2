export type Status = 'AWAITING_ENTERPRISE' | 'PENDING' | 'RETURNED' | 'ACCEPTED'
export type ReturnReason = 'CODE_OR_NAME' | 'NOT_IN_THIS_UNIT' | 'LICENCE_UNREADABLE' | 'CONTACT_UNREACHABLE' | 'OTHER'

export const STATUSES: { value: Status; label: string }[] = [
  { value: 'PENDING', label: '待核实' },
  { value: 'RETURNED', label: '已退回' },
  { value: 'AWAITING_ENTERPRISE', label: '代填，待企业确认' },
  { value: 'ACCEPTED', label: '已接受' },
]

export const statusName = (status: Status | undefined): string => STATUSES.find((it) => it.value === status)?.label ?? ''

export const RETURN_REASONS: { value: ReturnReason; label: string }[] = [
  { value: 'CODE_OR_NAME', label: '代码或名称与营业执照不一致' },
  { value: 'NOT_IN_THIS_UNIT', label: '不在本乡镇（街道），请改选所在单位' },
  { value: 'LICENCE_UNREADABLE', label: '营业执照看不清或不完整' },
  { value: 'CONTACT_UNREACHABLE', label: '联系不上，请核对联系人和电话' },
  { value: 'OTHER', label: '其他，见说明' },
]

/** The neighbours of a registration in the queue. */
export function neighbours(queue: string[], here: string): { previous?: string; next?: string; place: number } {
  const at = queue.indexOf(here)
  if (at < 0) return { next: queue[0], place: 0 }
  return { previous: queue[at - 1], next: queue[at + 1], place: at + 1 }
}

/** What a key asks for, unless the person is writing or a dialog is open. */
export function keyMeans(event: KeyboardEvent): 'next' | 'previous' | 'accept' | 'return' | undefined {
  const target = event.target as HTMLElement
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, [role=dialog]')) return undefined
  return ({ j: 'next', k: 'previous', a: 'accept', r: 'return' } as const)[event.key.toLowerCase() as 'j' | 'k' | 'a' | 'r']
}
