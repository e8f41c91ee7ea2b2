import { describe, expect, it } from 'vitest'
import { monthRange, step, weeksOf } from '@/areas/calendar/month'

describe('月历', () => {
  it('补齐到整周，周一在前', () => {
    expect(monthRange(2026, 10)).toEqual({ from: '2026-09-28', until: '2026-11-01' })
    expect(monthRange(2027, 2)).toEqual({ from: '2027-02-01', until: '2027-02-28' })
  })

  it('每格带上那天的情况，不在本月的另标', () => {
    const day = { date: '2026-10-01', working: false, label: '国庆节放假', source: '', provisional: false }
    const weeks = weeksOf(2026, 10, [day])
    expect(weeks).toHaveLength(5)
    expect(weeks.every((it) => it.length === 7)).toBe(true)
    expect(weeks[0]?.[0]).toMatchObject({ date: '2026-09-28', inMonth: false })
    expect(weeks[0]?.[3]).toMatchObject({ date: '2026-10-01', inMonth: true, info: day })
  })

  it('跨年翻月', () => {
    expect(step(2026, 12, 1)).toEqual({ year: 2027, month: 1 })
    expect(step(2026, 1, -1)).toEqual({ year: 2025, month: 12 })
  })
})
