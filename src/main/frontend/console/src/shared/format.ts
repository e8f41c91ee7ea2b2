const ZONE = 'Asia/Shanghai'
const partsOf = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

function split(at: Date): Record<string, string> {
  return Object.fromEntries(partsOf.formatToParts(at).map((it) => [it.type, it.value]))
}

/** `2026-11-28`, the day in China. */
export function today(at = new Date()): string {
  const { year, month, day } = split(at)
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The day a picker offers: it draws its days in the browser's zone, whatever that is. */
export function dayOf(picked: Date): string {
  return [picked.getFullYear(), picked.getMonth() + 1, picked.getDate()].map((it) => String(it).padStart(2, '0')).join('-')
}

/** 2026年11月28日, from `2026-11-28` or a moment; a dash when there is none. */
export function date(day?: string | null): string {
  if (!day) return '—'
  const [year, month, dayOfMonth] = (day.includes('T') ? today(new Date(day)) : day).split('-')
  return `${year}年${Number(month)}月${Number(dayOfMonth)}日`
}

/** 11月28日 14:30, with the year when it is another one; a dash when there is none. */
export function dateTime(moment?: string | null, now = new Date()): string {
  if (!moment) return '—'
  const { year, month, day, hour, minute } = split(new Date(moment))
  return `${year === split(now).year ? '' : `${year}年`}${month}月${day}日 ${hour}:${minute}`
}

/** 1,234家. */
export function amount(count: number | undefined, unit = ''): string {
  return `${(count ?? 0).toLocaleString('zh-CN')}${unit}`
}

/** 1.2 MB. */
export function size(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** What a failure says to the person. */
export function wordsOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure)
}
