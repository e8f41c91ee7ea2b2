import { emptyLine } from '@/areas/policies/condition'
import { describe, expect, it } from 'vitest'
import { deedsFor, factText } from '@/areas/enterprises/view'
import { cellOf, figuresOf, quoteOf, targetOf } from '@/areas/plan/view'
import { canBeKept, contentOf, draftOf, emptyDraft, linesOf } from '@/areas/policies/view'
import { runningTotals, together } from '@/areas/registrations/view'
import { keyMeans, neighbours } from '@/areas/reviews/view'

const target = (text: string, quote = text) => ({ op: 'EQUAL', value: '1', level: null, text, quote }) as never

describe('年度计划的一格', () => {
  const item = { no: 6, measureName: '注册', unitName: '家', comparedName: '市平台名单', cells: [{ unit: '371525001', targets: [target('20家')], done: 0, compared: 3, recognised: null }] } as never

  it('零是完成数，空是没有来源', () => {
    expect(figuresOf(item, cellOf(item, '371525001'))).toEqual([
      { figure: 'COUNTED', text: '0', words: '注册0家' },
      { figure: 'COMPARED', text: '市 3', words: '市平台名单3家' },
    ])
    expect(figuresOf(item, { unit: '371525002', targets: [], done: null, compared: null, recognised: null } as never)).toEqual([])
  })

  it('另：已认定照原话写', () => {
    expect(figuresOf(item, { unit: 'x', targets: [], done: null, compared: null, recognised: '另：已认定 2' } as never)).toEqual([
      { figure: 'RECOGNISED', text: '另：已认定\u00a02', words: '另：已认定 2' },
    ])
  })

  it('目标有几级就写几级，跨列的写原文', () => {
    const total = { unit: null, targets: [target('市级2个', '重点打造市级2个、省级1个'), target('省级1个')], done: null }
    expect(targetOf(total as never)).toBe('市级2个、省级1个')
    expect(quoteOf({ total } as never)).toBe('重点打造市级2个、省级1个')
    expect(targetOf(undefined)).toBe('')
  })
})

describe('核实登记', () => {
  it('在队里认得前后', () => {
    expect(neighbours(['a', 'b', 'c'], 'b')).toEqual({ previous: 'a', next: 'c', place: 2 })
    expect(neighbours(['a', 'b'], 'b')).toEqual({ previous: 'a', next: undefined, place: 2 })
    expect(neighbours(['a'], 'gone')).toEqual({ next: 'a', place: 0 })
  })

  const press = (key: string, on = '<p />', init: KeyboardEventInit = {}) => {
    document.body.innerHTML = on
    const event = new KeyboardEvent('keydown', { key, ...init })
    Object.defineProperty(event, 'target', { value: document.body.querySelector('p, input, button') })
    return keyMeans(event)
  }

  it('按键办理，正在填写或者有对话框时不算', () => {
    expect(['j', 'K', 'a', 'r', 'x'].map((it) => press(it))).toEqual(['next', 'previous', 'accept', 'return', undefined])
    expect(press('a', '<input />')).toBeUndefined()
    expect(press('a', '<div role="dialog"><button>接受</button></div>')).toBeUndefined()
    expect(press('r', '<p />', { ctrlKey: true })).toBeUndefined()
  })
})

describe('企业事实的写法', () => {
  it('是否、日期、金额、人数各照各的写', () => {
    expect(factText({ value: 'false' } as never)).toBe('否')
    expect(factText({ value: '2019-03-05' } as never)).toBe('2019年3月5日')
    expect(factText({ value: '10280000', unit: '元' } as never)).toBe('1,028 万元')
    expect(factText({ value: '12345678.9', unit: '元' } as never)).toBe('1,234.56789 万元')
    expect(factText({ value: '337', unit: '人' } as never)).toBe('337 人')
    expect(factText({ value: 'A', unit: null } as never)).toBe('A')
  })
})

describe('成员可以怎么办', () => {
  const member = (it: object) => ({ status: 'ACTIVE', confirmedAt: '2026-01-01T00:00:00Z', manager: false, ...it }) as never

  it('申请的确认或不同意，自报的确认或结束，确认了的可以接管理员', () => {
    expect(deedsFor(member({ status: 'REQUESTED', confirmedAt: null }))).toEqual(['confirm', 'refuse'])
    expect(deedsFor(member({ confirmedAt: null }))).toEqual(['confirm', 'end'])
    expect(deedsFor(member({}))).toEqual(['transfer', 'end'])
    expect(deedsFor(member({ manager: true }))).toEqual(['end'])
    expect(deedsFor(member({ status: 'ENDED' }))).toEqual([])
  })
})

describe('政策的草稿', () => {
  it('空的不送，没有写完的条件也不送', () => {
    const draft = emptyDraft('县工业和信息化局')
    draft.particulars.shortTitle = '补助（虚构）'
    draft.particulars.applyUntil = ''
    draft.audience.groups = [{ any: false, lines: [{ ...emptyLine(), fact: 'above_scale', operator: 'IS', values: ['true'] }, { ...emptyLine(), fact: 'size', operator: 'IS' }] }]
    expect(contentOf(draft)).toEqual({
      particulars: { kind: 'NOTICE', shortTitle: '补助（虚构）', issuer: '县工业和信息化局' },
      audience: { regions: [], industries: [], condition: { kind: 'FACT', fact: 'above_scale', operator: 'IS', values: ['true'] }, cases: [] },
      text: '',
    })
  })

  const revenue = { kind: 'FACT', fact: 'revenue', operator: 'AT_LEAST', values: ['2000'], unit: '万元', source: '二（一）' }
  const whole = { kind: 'ALL', of: [{ kind: 'NOT', of: [{ kind: 'FACT', fact: 'above_scale', operator: 'IS', values: ['true'] }] }, { kind: 'ANY', of: [revenue, { kind: 'FACT', fact: 'size', operator: 'IS', values: ['中型', '大型'] }] }] }

  it('打开的草稿原样送回，试例跟着条件的单位', () => {
    const cases = [{ name: '刚好', facts: { revenue: '2000' }, units: { revenue: '万元' }, expected: 'MET' }]
    const draft = draftOf(
      { kind: 'GUIDE', shortTitle: '指南', title: null, applyUntil: '2027-06-30' } as never,
      { regions: ['371525200'], industries: ['C'], condition: whole, cases } as never,
      '## 一、标准\n正文。',
    )
    expect(draft.audience.groups).toHaveLength(2)
    expect(contentOf(draft)).toEqual({
      particulars: { kind: 'GUIDE', shortTitle: '指南', applyUntil: '2027-06-30' },
      audience: { regions: ['371525200'], industries: ['C'], condition: whole, cases },
      text: '## 一、标准\n正文。',
    })
  })

  it('试例里清空了的值，和没有填一样', () => {
    const draft = draftOf(undefined, { regions: [], industries: [], condition: revenue, cases: [] } as never, '正文')
    draft.audience.cases = [{ name: '清空', facts: { revenue: undefined }, expected: 'MISSING' }]
    expect(contentOf(draft).audience.cases).toEqual([{ name: '清空', facts: {}, units: {}, expected: 'MISSING' }])
  })

  it('层数太多的条件这里改不了，原样带回', () => {
    const deep = { kind: 'ANY', of: [whole, revenue] }
    const draft = draftOf(undefined, { regions: [], industries: [], condition: deep, cases: [] } as never, '正文')
    expect(draft.audience.groups).toBeUndefined()
    expect(contentOf(draft).audience.condition).toEqual(deep)
  })

  it('有简称和正文才保存', () => {
    const draft = emptyDraft('')
    expect(canBeKept(draft)).toBe(false)
    draft.particulars.shortTitle = '补助'
    draft.text = '  '
    expect(canBeKept(draft)).toBe(false)
    draft.text = '正文。'
    expect(canBeKept(draft)).toBe(true)
  })

  it('表格的行在一张表里', () => {
    const part = (kind: string, ref: string, more = {}) => ({ kind, ref, level: 2, heading: '', text: '', cells: [], ...more })
    const lines = linesOf({
      parts: [
        part('CLAUSE', '一', { heading: '一、标准', text: '见下表。' }),
        part('TABLE_HEAD', '一表头', { cells: ['档', '补助'] }),
        part('TABLE_ROW', '一第1行', { cells: ['一', '2万元'] }),
        part('TABLE_ROW', '一第2行', { cells: ['二', '5万元'] }),
        part('DUTY', '一责任单位', { text: '责任单位：县工业和信息化局' }),
      ],
    } as never)
    expect(lines.map((it) => it.kind)).toEqual(['text', 'table', 'duty'])
    expect(lines[1]).toMatchObject({ head: ['档', '补助'], rows: [['一', '2万元'], ['二', '5万元']] })
  })
})

describe('逐月注册', () => {
  it('累计和合计', () => {
    expect(runningTotals([3, 0, 2])).toEqual([3, 3, 5])
    expect(together([{ months: [1, 2] }, { months: [3, -1] }])).toEqual([4, 1])
    expect(together([])).toEqual([])
  })
})
