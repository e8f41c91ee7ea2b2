import { describe, expect, it } from 'vitest'
import { daysLeft, dueOf, sinceVisit, timeLeft } from '../../src/ticket/due'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
// 2026年11月28日是周六
const DAYS = Array.from({ length: 20 }, (_, i) => {
  const date = new Date(Date.UTC(2026, 10, 20 + i))
  return { date: date.toISOString().slice(0, 10), working: ![0, 6].includes(date.getUTCDay()) }
})

describe('期限还剩多少', () => {
  it.each([
    ['2026-11-27T09:00', '2026-11-27T18:00', '今天 18:00 前', 'soon'],
    ['2026-11-27T09:00', '2026-11-30T18:00', '还剩 1 个工作日', 'soon'],
    ['2026-11-28T09:00', '2026-12-03T18:00', '还剩 4 个工作日', 'calm'],
    ['2026-11-27T19:00', '2026-11-27T18:00', '今天已超期', 'late'],
    ['2026-11-29T19:00', '2026-11-27T18:00', '已超期', 'late'],
    ['2026-12-01T09:00', '2026-11-27T18:00', '已超期 2 个工作日', 'late'],
  ])('%s 看 %s：%s', (now, due, text, tone) => {
    expect(timeLeft(`${due}:00+08:00`, at(now), DAYS)).toEqual({ text, tone })
  })

  it('没有日历就按天说，不写成工作日', () => {
    expect(timeLeft('2026-12-03T18:00:00+08:00', at('2026-11-28T09:00')).text).toBe('还剩 5 天')
    expect(timeLeft('2026-11-20T18:00:00+08:00', at('2026-11-28T09:00')).text).toBe('已超期 8 天')
  })

  it('按北京时间分日子，不管手机在哪个时区', () => {
    expect(timeLeft('2026-11-27T16:30:00Z', Date.parse('2026-11-27T15:30:00Z'), DAYS).text).toBe('还剩 0 个工作日')
    expect(timeLeft('2026-11-27T10:00:00Z', Date.parse('2026-11-26T17:00:00Z'), DAYS).text).toBe('今天 18:00 前')
  })
})

it('企业确认的期限过了，不说成超期', () => {
  const due = '2026-11-20T18:00:00+08:00'
  expect(dueOf('ANSWERED', due, at('2026-11-28T09:00'))).toEqual({ text: '确认期限已过', tone: 'soon' })
  expect(dueOf('HANDLING', due, at('2026-11-28T09:00')).tone).toBe('late')
})

it('承诺还有多久', () => {
  const now = at('2026-11-28T09:00')
  expect(['2026-11-25', '2026-11-28', '2026-11-29', '2026-12-01', '2026-12-10'].map((it) => daysLeft(it, now).text)).toEqual([
    '已过 3 天', '今天到期', '明天到期', '还有 3 天', '还有 12 天',
  ])
})

it('多久没去过', () => {
  const now = at('2026-11-28T09:00')
  expect([null, '2026-11-28', '2026-10-18', '2025-12-28'].map((it) => sinceVisit(it, now))).toEqual([
    '还没走访过', '今天走访过', '41 天前走访（10月18日）', '335 天前走访（2025年12月28日）',
  ])
})
