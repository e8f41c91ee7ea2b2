// 时刻按北京时间分日子，不管手机在哪个时区
const OFFSET = 8 * 3_600_000
const DAY = 86_400_000

/** 2026-11-28T14:30:00+08:00 */
export function localOf(at: string | number): string {
  return `${new Date(new Date(at).getTime() + OFFSET).toISOString().slice(0, 19)}+08:00`
}

/** 2026-11-28 */
export function dayOf(at: string | number): string {
  return localOf(at).slice(0, 10)
}

/** 14:30 */
export function clockOf(at: string | number): string {
  return localOf(at).slice(11, 16)
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/** 北京时间的某天某时 */
export function instantOf(day: string, clock: string): string {
  return `${day}T${clock}:00+08:00`
}
