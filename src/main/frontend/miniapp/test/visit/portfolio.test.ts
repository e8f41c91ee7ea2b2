import type { PortfolioLine } from '@qihang/api-client'
import { expect, it } from 'vitest'
import { dueSoon, longestUnvisited, matching } from '@/visit/portfolio'

const firm = (name: string, lastVisitedOn: string | null, since = '2026-01-01') =>
  ({ name, unitName: '清水镇', kindName: '助企服务专员', lastVisitedOn, since }) as PortfolioLine
const names = (all: PortfolioLine[]) => all.map((it) => it.name)

it('最久没去的在前：从没去过的最前，其中帮包早的在前', () => {
  const all = [firm('近', '2026-11-20'), firm('没去过', null, '2026-03-01'), firm('远', '2026-02-01'), firm('早帮包', null, '2026-01-01')]
  expect(names(longestUnvisited(all))).toEqual(['早帮包', '没去过', '远', '近'])
  expect(names(all)[0]).toBe('近')
})

it('按名称和乡镇查，几个词都要有', () => {
  const all = [firm('冠县虚构纺织有限公司', null), firm('冠县虚构轴承有限公司', null)]
  expect(names(matching(all, '纺织'))).toEqual(['冠县虚构纺织有限公司'])
  expect(matching(all, '清水 轴承')).toHaveLength(1)
  expect(matching(all, ' ')).toHaveLength(2)
  expect(matching(all, '没有的')).toEqual([])
})

it('已过期和一周内到期的承诺', () => {
  const due = (dueOn: string) => ({ dueOn }) as never
  expect(dueSoon([due('2026-11-01'), due('2026-12-05'), due('2026-12-06')], '2026-11-28')).toHaveLength(2)
})
