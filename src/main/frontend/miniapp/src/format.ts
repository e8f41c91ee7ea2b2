type Text = string | null | undefined

interface Clock {
  year: number
  month: number
  day: number
  time: string
}

// 接口的时间都带 +08:00，直接读字面，不受手机时区影响
function read(text: string): Clock {
  const [, year, month, day, time = ''] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(text) ?? []
  return { year: Number(year), month: Number(month), day: Number(day), time }
}

/** 2026年11月28日 */
export function day(text: Text): string {
  if (!text) return ''
  const it = read(text)
  return `${it.year}年${it.month}月${it.day}日`
}

/** 今天的日期，按北京时间，如 2026-11-28 */
export function today(now = new Date()): string {
  return new Date(now.getTime() + 8 * 3600_000).toISOString().slice(0, 10)
}

/** 今年的 11月28日 14:30，往年的带年份 */
export function moment(text: Text, now = new Date()): string {
  if (!text) return ''
  const it = read(text)
  const year = it.year === read(today(now)).year ? '' : `${it.year}年`
  return `${year}${it.month}月${it.day}日${it.time ? ` ${it.time}` : ''}`
}

/** 两个日期相差几天，后面的晚为正 */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000)
}

/** 今天、明天、还有 5 天、已过 3 天 */
export function fromToday(text: string, now = new Date()): string {
  const days = daysBetween(today(now), text)
  if (days === 0) return '今天'
  if (days === 1) return '明天'
  return days > 0 ? `还有 ${days} 天` : `已过 ${-days} 天`
}

/** 文件大小：820 KB、3.2 MB */
export function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** 键盘上写的日期，如 2026-11-30、2026/1/5、20261130、2026年11月30日；空的是空，写的不是日期返回 undefined */
export function dateIn(text: string): string | undefined {
  const words = text.trim()
  if (!words) return ''
  const [year, month, day] = (/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$|^(\d{4})(\d{2})(\d{2})$/.exec(words) ?? []).slice(1).filter(Boolean)
  if (!year) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const real = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date) ? date : undefined
}
