import { describe, expect, it } from 'vitest'
import { asNew, dueChoices, draftOf, draftOfSent, faultsOf, isBlank, newVisit, rebased, reportOf, type VisitDraft } from '../../src/visit/draft'

const NOW = new Date('2026-11-28T02:00:00Z')
const RULES = 60

function draft(change: Partial<VisitDraft> = {}): VisitDraft {
  return { ...newVisit('c1', 'e1', '冠县虚构纺织有限公司', NOW), said: '新线月底投产', ...change }
}

describe('送出去的', () => {
  it('第一稿是 1，改一次加 1，编号不变', () => {
    const first = reportOf(draft())
    expect(first.revision).toBe(1)
    const again = reportOf({ ...draftOf('c1', '冠县虚构纺织有限公司', first), said: '改过' })
    expect(again).toMatchObject({ revision: 2, enterprise: 'e1', said: '改过', visitedAt: first.visitedAt })
  })

  it('空行不送，只有部门承诺带部门名称', () => {
    const report = reportOf(
      draft({
        people: [{ name: '', position: ' ' }, { name: ' 虚构经理 ', position: '' }],
        promises: [
          { id: 'p1', by: 'COMMISSIONER', office: '改选前写的', what: '联系技校', dueOn: '2026-12-01' },
          { id: 'p2', by: 'OFFICE', office: '人社局', what: '办招聘会', dueOn: '2026-12-01' },
          { id: 'p3', by: 'ENTERPRISE', office: '', what: '  ', dueOn: '' },
        ],
        problems: [{ id: 'q1', category: '', title: '', content: '' }],
      }),
    )
    expect(report.people).toEqual([{ name: '虚构经理', position: '' }])
    expect(report.promises).toEqual([
      { id: 'p1', by: 'COMMISSIONER', what: '联系技校', dueOn: '2026-12-01' },
      { id: 'p2', by: 'OFFICE', office: '人社局', what: '办招聘会', dueOn: '2026-12-01' },
    ])
    expect(report.problems).toEqual([])
  })

  it('服务器上有更新的一稿，接着它的稿次', () => {
    expect(reportOf(rebased(draft({ revision: 1 }), 4)).revision).toBe(5)
  })

  it('另作一条新的：编号都换，内容照旧', () => {
    let n = 0
    const copy = asNew(draft({ revision: 3, promises: [{ id: 'p1', by: 'COMMISSIONER', office: '', what: '联系技校', dueOn: '2026-12-01' }] }), () => `new-${++n}`)
    expect(copy).toMatchObject({ clientId: 'new-1', revision: 0, said: '新线月底投产' })
    expect(copy.promises[0]).toMatchObject({ id: 'new-2', what: '联系技校' })
  })
})

it('改已送达的：没有结果的承诺带着原来的编号，问题不再改', () => {
  const sent = draftOfSent({
    clientId: 'c1', revision: 2, latest: 2, enterprise: 'e1', enterpriseName: '甲', visitedAt: '2026-11-28T10:00:00+08:00', kind: 'PHONE', said: '谈了',
    people: [{ name: '虚构经理', position: '总经理' }],
    promises: [
      { clientId: 'p1', by: 'COMMISSIONER', byName: '专员', what: '联系技校', dueOn: '2026-12-01', status: 'OPEN' },
      { clientId: 'p2', by: 'COMMISSIONER', byName: '专员', what: '已兑现的', dueOn: '2026-12-01', status: 'KEPT' },
    ],
    tickets: [{ clientId: 'q1', ticket: 't1', number: 'GX-2026-000001' }],
  } as never)
  expect(sent.promises.map((it) => it.id)).toEqual(['p1'])
  expect(sent.problems).toEqual([])
  expect(reportOf(sent).revision).toBe(3)
})

describe('送之前先看一遍', () => {
  it('写好的没有毛病', () => {
    expect(faultsOf(draft(), RULES, NOW)).toEqual({})
  })

  it('没写谈了什么', () => {
    expect(faultsOf(draft({ said: ' ' }), RULES, NOW)).toEqual({ said: '请写谈了什么' })
  })

  it('时间：快不过 10 分钟，补记不早过县里的天数；没有规定在手的不拦', () => {
    const at = (visitedAt: string) => faultsOf(draft({ visitedAt }), RULES, NOW).visitedAt
    expect(at('2026-11-28T02:09:00Z')).toBeUndefined()
    expect(at('2026-11-28T02:11:00Z')).toContain('比现在晚')
    expect(at('2026-09-29T10:00:00+08:00')).toBeUndefined()
    expect(at('2026-09-28T10:00:00+08:00')).toContain('60 天')
    expect(faultsOf(draft({ visitedAt: '2026-09-01T10:00:00+08:00' }), undefined, NOW)).toEqual({})
  })

  it('承诺不早于走访当天，部门要写名称；字段的写法和服务器一样', () => {
    const faults = faultsOf(
      draft({
        promises: [
          { id: 'p1', by: 'OFFICE', office: '', what: '办招聘会', dueOn: '2026-11-27' },
          { id: 'p2', by: 'COMMISSIONER', office: '', what: '联系技校', dueOn: '' },
        ],
        problems: [{ id: 'q1', category: '', title: '缺技工', content: '' }],
        people: [{ name: '', position: '经理' }],
      }),
      RULES,
      NOW,
    )
    expect(faults).toEqual({
      'promises[0].office': '请写是哪个部门承诺的',
      'promises[0].dueOn': '期限不能早于走访当天',
      'promises[1].dueOn': '请选择到哪天',
      'problems[0].category': '请选择类别',
      'problems[0].content': '请写明情况和希望解决什么',
      'people[0].name': '请填写姓名，没有见到人的去掉这一行',
    })
  })
})

it('什么都没写的草稿不用留', () => {
  expect(isBlank(newVisit('c1', 'e1', '甲', NOW))).toBe(true)
  expect(isBlank(draft())).toBe(false)
})

it('到哪天的选择从走访当天算', () => {
  expect(dueChoices('2026-11-28T10:00:00+08:00').map((it) => it.day)).toEqual(['2026-12-01', '2026-12-05', '2026-12-12', '2026-12-28'])
})
