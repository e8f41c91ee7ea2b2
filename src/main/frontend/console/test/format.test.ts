import { describe, expect, it } from 'vitest'
import { amount, date, dateTime, dayOf, size, today } from '@/shared/format'

const now = new Date('2026-11-28T04:00:00Z')

describe('中文日期和数量', () => {
  it('写日期，不管浏览器在哪个时区', () => {
    expect(date('2026-11-08')).toBe('2026年11月8日')
    expect(date('2026-12-31T16:30:00Z')).toBe('2027年1月1日')
    expect(today(new Date('2026-11-27T16:00:00Z'))).toBe('2026-11-28')
  })

  it('今年的时刻不写年，往年的写', () => {
    expect(dateTime('2026-11-28T06:30:00Z', now)).toBe('11月28日 14:30')
    expect(dateTime('2025-01-01T16:05:00Z', now)).toBe('2025年1月2日 00:05')
  })

  it('没有的写一横', () => {
    expect([date(undefined), date(null), dateTime('')]).toEqual(['—', '—', '—'])
  })

  it('日期选择器给的那一天，照浏览器的时区读', () => {
    expect(dayOf(new Date(2026, 0, 9))).toBe('2026-01-09')
    expect(dayOf(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31')
  })

  it('数量带单位', () => {
    expect(amount(1234, '家')).toBe('1,234家')
    expect(size(300)).toBe('1 KB')
    expect(size(2 * 1024 * 1024)).toBe('2.0 MB')
  })
})
