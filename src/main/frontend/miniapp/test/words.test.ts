import type { CardView, CertificateCard, CertificateTypeView, FactLine, MyRegistration, OpeningView, PartView, PolicyStandingView, TrackCard } from '@qihang/api-client'
import { describe, expect, it } from 'vitest'
import { factNameOf, factValueOf, numberOf } from '@/certificate'
import { concernsOf } from '@/concerns'
import { blocksOf } from '@/markdown'
import { chunksOf, citationOf, openingOf, tagsOf, windowOf } from '@/policy'
import { leftOf } from '@/policy-answer'
import { blankForm, missingFirst, missingRest, requestOf } from '@/registration'
import { marked } from '@/search'

describe('说明里的 Markdown', () => {
  it('标题、段落、列表，一行表格显示成几行', () => {
    expect(blocksOf('# 说明\n\n第一行\n第二行\n\n- 甲\n\n| 信息 | 用途 |\n|---|---|\n| **手机号** | 核对 |')).toEqual([
      { kind: 'heading', level: 1, text: '说明' },
      { kind: 'text', text: '第一行第二行' },
      { kind: 'item', text: '甲' },
      {
        kind: 'row',
        cells: [
          { name: '信息', text: '手机号' },
          { name: '用途', text: '核对' },
        ],
      },
    ])
  })
})

describe('政策', () => {
  const card = (changes: Partial<CardView>) => ({ shortTitle: '木业补助（虚构）', documentNumber: '冠工信〔2026〕1号', status: 'PUBLISHED', window: 'NONE', ...changes }) as CardView

  it('撤回、失效、申报期都有字', () => {
    expect(tagsOf(card({}))).toEqual([])
    expect(tagsOf(card({ status: 'WITHDRAWN', statusLabel: '已撤回', lapsed: true, termLabel: '已失效', window: 'CLOSED', windowLabel: '申报已截止' })).map((it) => it.text)).toEqual([
      '已撤回',
      '已失效',
      '申报已截止',
    ])
  })

  it('申报期', () => {
    expect(windowOf({ applyFrom: '2026-12-01', applyUntil: '2027-06-30' })).toBe('申报：2026年12月1日至2027年6月30日')
    expect(windowOf({ applyFrom: null, applyUntil: '2027-06-30' })).toBe('申报截止2027年6月30日')
    expect(windowOf({ applyFrom: null, applyUntil: null })).toBe('')
  })

  it('还远的不数工作日', () => {
    const left = (workingDaysLeft: number | null) => ({ window: 'OPEN', workingDaysLeft }) as PolicyStandingView
    expect([5, 0, 251, null].map((it) => leftOf(left(it)))).toEqual(['申报还剩 5 个工作日', '今天是最后一个工作日', '', ''])
    const opening = (workingDaysLeft: number) => openingOf({ expected: false, workingDaysToOpen: null, workingDaysLeft } as OpeningView).text
    expect([250, 19067].map(opening)).toEqual(['还剩 250 个工作日', '申报中'])
  })

  it('引用写明文件和条款', () => {
    expect(citationOf(card({}), '二（四）11')).toBe('《木业补助（虚构）》（冠工信〔2026〕1号）二（四）11')
  })

  it('连着的表格行合成一张表，条款隔开的是两张', () => {
    const part = (kind: string, cells: string[] = []) => ({ kind, cells, ref: '', text: '', heading: '' }) as unknown as PartView
    const chunks = chunksOf([part('CLAUSE'), part('TABLE_HEAD', ['项目']), part('TABLE_ROW', ['1']), part('TABLE_ROW', ['2']), part('NOTE'), part('TABLE_ROW', ['3'])])
    expect(chunks.map((it) => [it.part.kind, it.head, it.rows?.length])).toEqual([
      ['CLAUSE', undefined, undefined],
      ['TABLE_HEAD', ['项目'], 2],
      ['NOTE', undefined, undefined],
      ['TABLE_ROW', [], 1],
    ])
  })
})

describe('搜索', () => {
  it('找到的字标出来，词里的符号照字面', () => {
    expect(marked('设备（更新）补助', '（更新） 补助')).toEqual([
      { text: '设备', hit: false },
      { text: '（更新）', hit: true },
      { text: '补助', hit: true },
    ])
    expect(marked('A+B', 'A+')[0]).toEqual({ text: 'A+', hit: true })
  })
})

describe('登记', () => {
  it('先填的三项', () => {
    expect(Object.keys(missingFirst(blankForm(), ''))).toEqual(['uscc', 'name', 'operatingUnit'])
    expect(missingFirst({ ...blankForm(), uscc: '9', name: '甲', operatingUnit: '1' }, '还差 17 位，一共 18 位')).toEqual({ uscc: '还差 17 位，一共 18 位' })
  })

  it('其余的', () => {
    expect(Object.keys(missingRest({ ...blankForm(), registered: 'OTHER' }))).toEqual(['registeredUnit', 'industry', 'role', 'contactName', 'contactPhone'])
    const right = { ...blankForm(), industry: 'C34', role: 'CLERK' as const, contactName: '虚构' }
    expect(missingRest({ ...right, contactPhone: '13800001234' })).toEqual({})
    expect(missingRest({ ...right, contactPhone: '0635-5231234' })).toEqual({})
    expect(missingRest({ ...right, contactPhone: '1234' })).toHaveProperty('contactPhone')
  })

  it('注册地和经营地', () => {
    const form = { ...blankForm(), uscc: '91371525ma0981101a', operatingUnit: 'A', registeredUnit: 'B', countsAt: 'REGISTERED' as const }
    expect(requestOf(form)).toMatchObject({ uscc: '91371525MA0981101A', registeredUnit: 'A', countsAt: 'OPERATING' })
    expect(requestOf({ ...form, registered: 'OTHER' })).toMatchObject({ registeredUnit: 'B', countsAt: 'REGISTERED' })
    expect(requestOf({ ...form, registered: 'OUTSIDE' }).registeredUnit).toBeUndefined()
  })
})

describe('等我办的', () => {
  it('只列要我动手的', () => {
    const registrations = [
      { id: '1', status: 'RETURNED', name: '甲', returnReasons: ['代码或名称不一致'] },
      { id: '2', status: 'PENDING', name: '乙', unitName: '清水镇', licenceRequired: true, licenceSentAt: null },
      { id: '3', status: 'PENDING', name: '丙', licenceRequired: true, licenceSentAt: '2026-11-28T09:00:00+08:00' },
    ] as unknown as MyRegistration[]
    const tickets = [
      { id: '4', status: 'ANSWERED', title: '用电' },
      { id: '5', status: 'HANDLING', title: '用工' },
    ] as unknown as TrackCard[]
    const certificates = [
      { id: '6', status: 'RETURNED', typeName: '专精特新', level: 'UNSTATED', returnHint: '影像不清' },
      { id: '7', status: 'VERIFIED', typeName: '瞪羚', levelName: '省级', level: 'PROVINCIAL', validity: { state: 'ENDING', text: '60 天后到期' } },
      { id: '8', status: 'VERIFIED', typeName: '高新', level: 'UNSTATED', validity: { state: 'GOOD', text: '' } },
    ] as unknown as CertificateCard[]
    expect(concernsOf(registrations, tickets, certificates).map((it) => it.title)).toEqual([
      '请确认：用电',
      '登记被退回：甲',
      '请补一张营业执照照片：乙',
      '证书被退回：专精特新',
      '证书快到期：省级瞪羚',
    ])
  })
})

describe('事实', () => {
  const types = [
    { code: 'srdi_sme', name: '“专精特新”中小企业', levels: [{ code: 'PROVINCIAL', name: '省级' }] },
    { code: 'green_product', name: '绿色产品', levels: [{ code: 'UNSTATED', name: '未写明' }] },
  ] as CertificateTypeView[]
  const fact = (key: string, name: string, value: string, unit: string | null = null) => ({ key, name, value, unit }) as FactLine

  it('证书证明的写证书名称，别的照接口的名称', () => {
    expect(factNameOf(fact('srdi_sme_provincial', 'srdi_sme_provincial', 'true'), types)).toBe('省级“专精特新”中小企业')
    expect(factNameOf(fact('green_product', 'green_product', 'true'), types)).toBe('绿色产品')
    expect(factNameOf(fact('employees', '从业人数', '35', '人'), types)).toBe('从业人数')
  })

  it('没有核验过的编号，同事看不到的说明为什么', () => {
    expect(numberOf({ number: 'GR-1' } as CertificateCard)).toBe('编号 GR-1')
    expect(numberOf({ number: null } as CertificateCard)).toContain('核验通过以后显示')
  })

  it('值带单位，是与否写成字', () => {
    expect(factValueOf(fact('employees', '从业人数', '35', '人'))).toBe('35人')
    expect(factValueOf(fact('a', 'a', 'true'))).toBe('是')
  })
})
