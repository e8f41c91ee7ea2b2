import { describe, expect, it } from 'vitest'
import type { ProfileView } from '@qihang/api-client'
import { baseOf, groupsOf, titleOf } from '@/areas/calendar/profiles'
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

describe('时限方案', () => {
  const profile = (code: string, version: number, own: boolean, inForce: boolean) =>
    ({ code, version, own, inForce, label: '', source: '', effectiveFrom: '2026-01-01', effectiveTo: null, steps: [] }) as ProfileView
  const all = [profile('ticket', 2, true, true), profile('ticket', 1, false, true), profile('ticket.project', 1, true, true), profile('ticket-follow-up', 1, false, true)]
  const categories = [{ value: 'project', label: '项目建设' }]

  it('同一方案的版本归在一起，某类的说出是哪一类', () => {
    expect(groupsOf(all, categories).map((it) => [it.title, it.versions.length])).toEqual([
      ['诉求办理（通用）', 2],
      ['诉求办理 · 项目建设', 1],
      ['答复和挂账之后（通用）', 1],
    ])
    expect(titleOf('ticket.other', categories)).toBe('诉求办理 · other')
    expect(titleOf('ticket-dispatch', categories)).toBe('退回和协办（通用）')
  })

  it('新版本从本县现行的改起，这一类没有的用通用的', () => {
    expect(baseOf(all, 'ticket')?.version).toBe(2)
    expect(baseOf(all, 'ticket.project')?.code).toBe('ticket.project')
    expect(baseOf(all, 'ticket.other')).toMatchObject({ code: 'ticket', version: 2 })
    expect(baseOf(all, 'ticket-follow-up')?.own).toBe(false)
  })
})
