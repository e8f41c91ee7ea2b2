import { describe, expect, it } from 'vitest'
import { dateIn, day, daysBetween, fromToday, moment, size, today } from '@/format'

const now = new Date('2026-11-28T10:00:00+08:00')

describe('日期', () => {
  it('照接口的字面显示，不受手机时区影响', () => {
    expect(day('2026-01-05')).toBe('2026年1月5日')
    expect(day(null)).toBe('')
    expect(moment('2026-11-28T14:30:00+08:00', now)).toBe('11月28日 14:30')
    expect(moment('2025-11-28T14:30:00+08:00', now)).toBe('2025年11月28日 14:30')
  })

  it('今天按北京时间', () => {
    expect(today(new Date('2026-11-27T16:30:00Z'))).toBe('2026-11-28')
  })

  it('说还有几天、过了几天', () => {
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2)
    expect(fromToday('2026-11-28', now)).toBe('今天')
    expect(fromToday('2026-11-29', now)).toBe('明天')
    expect(fromToday('2026-12-08', now)).toBe('还有 10 天')
    expect(fromToday('2026-11-20', now)).toBe('已过 8 天')
  })
})

it('文件大小', () => {
  expect(size(91)).toBe('1 KB')
  expect(size(3.2 * 1024 * 1024)).toBe('3.2 MB')
})

describe('键盘上写的日期', () => {
  it.each([
    ['2026-11-30', '2026-11-30'],
    ['2026/1/5', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['20261130', '2026-11-30'],
    [' 2026年1月5日 ', '2026-01-05'],
    ['', ''],
  ])('%s 是 %s', (text, date) => expect(dateIn(text)).toBe(date))

  it.each(['2026-13-01', '2026-02-30', '2026-11', '11-30', '2026113', '明天'])('%s 不是日期', (text) => expect(dateIn(text)).toBeUndefined())
})
