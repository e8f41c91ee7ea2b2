import { OfflineError } from '@qihang/api-client'
import { enableAutoUnmount, flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import CertificateQueuePage from '@/areas/certificates/CertificateQueuePage.vue'
import PlanNamesPage from '@/areas/plan/PlanNamesPage.vue'
import PostersPage from '@/areas/policies/PostersPage.vue'
import ReviewsPage from '@/areas/reviews/ReviewsPage.vue'
import ContentReviewsPage from '@/areas/tickets/ContentReviewsPage.vue'
import EnterprisePicker from '@/areas/tickets/EnterprisePicker.vue'
import FilePicker from '@/areas/tickets/FilePicker.vue'
import TicketEntryPage from '@/areas/tickets/TicketEntryPage.vue'
import TicketPage from '@/areas/tickets/TicketPage.vue'
import { api } from '@/shell/api'
import ReceiptLookupPage from '@/shell/ReceiptLookupPage.vue'
import { session } from '@/shell/session'
import { mountAt } from './helpers'

vi.mock('@/shell/api', () => ({ api: { get: vi.fn(), post: vi.fn(), put: vi.fn() }, sessionLost: vi.fn() }))

const get = vi.mocked(api.get as unknown as (path: string, options?: { path?: Record<string, string> }) => Promise<unknown>)
const post = vi.mocked(api.post as unknown as (path: string, options: unknown) => Promise<unknown>)
const put = vi.mocked(api.put as unknown as (path: string, options: unknown) => Promise<unknown>)

const page = { template: '<p />' }
const others = [
  { path: '/enterprises/:enterprise', name: 'enterprise', component: page, meta: { title: '企业' } },
  { path: '/certificates', name: 'certificates', component: page, meta: { title: '证书' } },
]

function signIn(role: string, offices: string[] = []) {
  session.me = { id: 'me', name: '虚构', county: '371525', countyName: '冠县', roles: [role], units: [], offices, mustChangePassword: false }
}

const text = () => document.body.textContent ?? ''

enableAutoUnmount(afterEach)

beforeEach(() => {
  localStorage.clear()
  get.mockReset()
  post.mockReset()
  put.mockReset()
})

afterEach(() => {
  document.body.innerHTML = ''
  session.me = undefined
})

describe('一件诉求', () => {
  const ticket = {
    card: {
      id: 't1',
      number: 'GX-2026-000001',
      enterprise: 'e1',
      enterpriseName: '冠县虚构木业有限公司',
      title: '厂区频繁停电',
      category: '用工用能',
      origin: '企业提交',
      receivedAt: '2026-09-30T09:00:00+08:00',
      createdAt: '2026-09-30T09:00:00+08:00',
      status: 'DISPATCHED',
      statusName: '待受理',
      stage: '限时办理',
      office: 'fgj',
      officeName: '县发展和改革局',
      nextDueAt: '2026-10-08T18:00:00+08:00',
      overdue: true,
    },
    content: '本月已停电五次。',
    reopened: 0,
    bound: false,
    refusableUntil: '2099-01-01T18:00:00+08:00',
    handler: null,
    handlerName: null,
    assists: [{ no: 3, office: 'jrfw', officeName: '县金融与企业服务中心', state: 'ASKED', stateName: '待受理', matter: '请协调贷款。', result: null, askedAt: '2026-09-30T10:30:00+08:00', dueAt: '2026-10-13T18:00:00+08:00', overdue: false }],
    held: [{ officeName: '县工业和信息化局', minutes: 60, words: '1 小时' }],
    steps: [
      {
        kind: 'ACCEPT',
        name: '受理',
        startedAt: '2026-09-30T09:00:00+08:00',
        dueAt: '2026-10-08T18:00:00+08:00',
        running: true,
        overdue: true,
        provisional: false,
        complex: false,
        explanation: '收到当日不计，从次一工作日起算。',
      },
    ],
    hops: [
      { seq: 1, action: 'RAISE', actionName: '提出诉求', statusName: '待分派', party: '企业', officeName: '县工业和信息化局', at: '2026-09-30T09:00:00+08:00', text: '企业提交诉求。', files: [] },
      { seq: 2, action: 'DISPATCH', actionName: '分派', statusName: '待受理', party: '台账单位', accountName: '虚构股长', officeName: '县发展和改革局', at: '2026-09-30T10:00:00+08:00', text: '请办理。', files: [] },
    ],
  }

  async function open() {
    get.mockImplementation(async (path: string) => (path.endsWith('/lights') ? [] : ticket))
    await mountAt(TicketPage, '/tickets/:ticket', '/tickets/t1', {}, others)
  }

  it('每一步写明谁、何时，每个期限写明为什么', async () => {
    signIn('LEADER')
    await open()
    expect(text()).toContain('台账单位 虚构股长')
    expect(text()).toContain('收到当日不计，从次一工作日起算。')
    expect(text()).toMatch(/已超期 \d+ 天/)
    expect(text()).toContain('请协调贷款。')
    expect(text()).toMatch(/县工业和信息化局\s*1 小时/)
  })

  it('领导没有按钮，只说在等谁', async () => {
    signIn('LEADER')
    await open()
    expect(text()).toContain('等承办单位受理。')
    expect([...document.querySelectorAll('aside button')]).toHaveLength(0)
  })

  it('承办单位能受理、退回，别的单位不能', async () => {
    signIn('HANDLER', ['fgj'])
    await open()
    expect([...document.querySelectorAll('aside button')].map((it) => it.textContent?.trim())).toEqual(['受理', '退回', '请其他单位协办', '撤回县金融与企业服务中心的协办'])
    document.body.innerHTML = ''
    signIn('HANDLER', ['rsj'])
    await open()
    expect([...document.querySelectorAll('aside button')]).toHaveLength(0)
  })
})

describe('内容审核', () => {
  const item = (id: string, more: object) => ({ id, ticket: 't1', number: 'GX-2026-000001', title: '停电', enterpriseName: '冠县虚构木业有限公司', text: '本月已停电五次。', writtenAt: '2026-09-30T09:00:00+08:00', state: 'REVIEW', stateName: '等人工审核', cause: '微信建议人工看一看', ...more })
  const button = (name: string) => [...document.querySelectorAll('button')].filter((it) => it.textContent?.trim() === name)

  async function open(...items: object[]) {
    signIn('COUNTY_OFFICER')
    get.mockResolvedValue({ items, next: null })
    await mountAt(ContentReviewsPage, '/tickets/content', '/tickets/content', {}, [{ path: '/tickets/:ticket', name: 'ticket', component: page, meta: { title: '诉求' } }])
  }

  it('默认列等人工审核的，写明为什么；确认之后才放行', async () => {
    await open(item('c1', {}))
    expect(get).toHaveBeenCalledWith('/api/v1/desk/content-reviews', { query: { state: 'REVIEW', after: undefined, limit: 20 } })
    expect(text()).toContain('微信建议人工看一看')
    button('放行')[0].click()
    await flushPromises()
    expect(post).not.toHaveBeenCalled()
    button('放行').at(-1)?.click()
    await flushPromises()
    expect(post).toHaveBeenCalledWith('/api/v1/desk/content-reviews/{check}/release', { path: { check: 'c1' } })
  })

  it('不予通过要写原因，提交的人看得到', async () => {
    await open(item('c1', {}))
    button('不予通过')[0].click()
    await flushPromises()
    button('不予通过').at(-1)?.click()
    await flushPromises()
    expect(post).not.toHaveBeenCalled()
    await vi.waitFor(() => expect(text()).toContain('请填写原因'))
  })

  it('放行的只能收回，人定了不通过的只能放行', async () => {
    await open(item('c1', { state: 'RELEASED', cause: null, decidedAt: '2026-09-30T10:00:00+08:00' }))
    expect([button('放行').length, button('不予通过').length]).toEqual([0, 1])
    document.body.innerHTML = ''
    await open(item('c2', { state: 'HELD', cause: null, decidedAt: '2026-09-30T10:00:00+08:00', reason: '与诉求无关' }))
    expect([button('放行').length, button('不予通过').length]).toEqual([1, 0])
    expect(text()).toContain('与诉求无关')
  })
})

describe('登记来件', () => {
  it('换了企业，传给原来那家的附件不算', async () => {
    signIn('COUNTY_OFFICER')
    get.mockImplementation(async (path) => (path.includes('categories') ? [{ code: 'other', name: '其他' }] : {}))
    post.mockResolvedValue({ id: 't1', number: 'GX-2026-000001' })
    const { wrapper } = await mountAt(TicketEntryPage, '/tickets/new', '/tickets/new', {}, [{ path: '/tickets/:ticket', name: 'ticket', component: page, meta: { title: '诉求' } }])
    const firm = (id: string) => ({ id, name: `虚构${id}厂`, uscc: id, unitName: '清泉街道' })
    const picker = wrapper.findComponent(EnterprisePicker as never) as unknown as VueWrapper
    picker.vm.$emit('update:modelValue', firm('1'))
    await flushPromises()
    const files = wrapper.findComponent(FilePicker as never) as unknown as VueWrapper
    files.vm.$emit('change', ['f1'], true)
    picker.vm.$emit('update:modelValue', firm('2'))
    await flushPromises()
    const choose = (label: string, value: string) =>
      (wrapper.findAllComponents({ name: 'ElSelect' }).find((it) => it.attributes('aria-label') === label || it.props('ariaLabel') === label) as VueWrapper).vm.$emit('update:modelValue', value)
    choose('类别', 'other')
    ;(wrapper.findComponent({ name: 'ElDatePicker' }) as VueWrapper).vm.$emit('update:modelValue', '2026-01-05T09:00:00')
    await wrapper.get('input[aria-label=标题]').setValue('停电')
    await wrapper.get('textarea').setValue('每周停电')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(post).toHaveBeenCalledWith('/api/v1/desk/enterprises/{enterprise}/tickets', expect.objectContaining({ path: { enterprise: '2' }, body: expect.objectContaining({ files: [] }) }))
  }, 20_000)
})

describe('登记海报', () => {
  it('等的时候换了单位，不拿原来单位的码充数', async () => {
    signIn('COUNTY_OFFICER')
    const units = [{ code: '371525001', name: '清泉街道' }, { code: '371525002', name: '崇文街道' }]
    get.mockImplementation(async (path) => (path.endsWith('/units') ? units : []))
    let late = (_: unknown) => {}
    put.mockReturnValue(new Promise((done) => (late = done)))
    const { wrapper } = await mountAt(PostersPage, '/posters')
    const select = wrapper.findComponent({ name: 'ElSelect' }) as VueWrapper
    select.vm.$emit('update:modelValue', '371525001')
    await flushPromises()
    await wrapper.get('form').trigger('submit')
    select.vm.$emit('update:modelValue', '371525002')
    late({ code: 'K7Q2', unit: '371525001' })
    await flushPromises()
    expect(wrapper.find('.poster').exists()).toBe(false)
  })

  it('没有收到回答再按一次，是同一张活动海报', async () => {
    signIn('COUNTY_OFFICER')
    get.mockImplementation(async (path) => (path.endsWith('/units') ? [{ code: '371525001', name: '清泉街道' }] : []))
    put.mockResolvedValue({ code: 'K7Q2', unit: '371525001' })
    post.mockRejectedValueOnce(new OfflineError()).mockResolvedValue({ code: 'M3P9', unit: '371525001' })
    const { wrapper } = await mountAt(PostersPage, '/posters')
    ;(wrapper.findComponent({ name: 'ElSelect' }) as VueWrapper).vm.$emit('update:modelValue', '371525001')
    await flushPromises()
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    const press = async (name: string) => {
      const found = [...document.querySelectorAll('button')].filter((it) => it.textContent?.trim() === name)
      found.at(-1)?.click()
      await flushPromises()
    }
    await press('做活动海报')
    const name = document.querySelector('textarea') as HTMLTextAreaElement
    name.value = '银企对接会'
    name.dispatchEvent(new Event('input'))
    await press('做')
    await press('做')
    expect(post).toHaveBeenCalledTimes(2)
    expect(post.mock.calls[0]?.[1]).toMatchObject({ key: expect.stringMatching(/^[0-9a-f-]{36}$/), body: { event: '银企对接会' } })
    expect(post.mock.calls[1]).toEqual(post.mock.calls[0])
  })
})

describe('计划的名单', () => {
  it('计划里没有这一项的，说明从哪里点开', async () => {
    signIn('COUNTY_OFFICER')
    get.mockImplementation(async (path) => (path.endsWith('{year}') ? { year: 2026, name: '2026年计划（虚构）', asOf: '2026-11-01', units: [], items: [] } : { items: [], next: null }))
    await mountAt(PlanNamesPage, '/plans/:year/items/:no/units/:unit', '/plans/2026/items/99/units/371525001', {}, [{ path: '/plans/:year', name: 'plan', component: page, meta: { title: '年度计划' } }])
    expect(text()).toContain('没有第 99 项')
  })
})

describe('凭回执查询', () => {
  it('同一页里打开另一张回执，看到的是那一张', async () => {
    post.mockImplementation(async (_, options) => ({ number: (options as { body: { number: string } }).body.number, statusName: '办理中', outcome: null, next: null, steps: [], hops: [] }))
    const { router } = await mountAt(ReceiptLookupPage, '/receipt', '/receipt#GX-2026-000001.AAAA')
    expect(text()).toContain('GX-2026-000001：办理中')
    await router.push('/receipt#GX-2026-000002.BBBB')
    await flushPromises()
    expect(text()).toContain('GX-2026-000002：办理中')
    expect(post).toHaveBeenLastCalledWith('/api/v1/ticket-receipts', { body: { number: 'GX-2026-000002', secret: 'BBBB' } })
  })
})

describe('核实登记', () => {
  it('代填还没有确认的不列，说清楚为什么、催谁，不说成没有', async () => {
    signIn('COUNTY_OFFICER')
    get.mockResolvedValue({ items: [], next: null })
    await mountAt(ReviewsPage, '/reviews', '/reviews?status=AWAITING_ENTERPRISE')
    expect(text()).toContain('企业用确认码确认以前谁也看不到内容')
  })
})

describe('证书核验', () => {
  const card = (id: string) => ({
    id,
    enterprise: 'e1',
    enterpriseName: `冠县虚构第${id}厂`,
    unit: '371525001',
    unitName: '清泉街道',
    type: 'srdi_sme',
    typeName: '“专精特新”中小企业',
    level: 'PROVINCIAL',
    levelName: '省级',
    number: `ZJTX-${id}`,
    issuedOn: '2025-03-01',
    validity: { state: 'NO_END', text: '没有写有效期' },
    status: 'SUBMITTED',
    statusName: '待核验',
    submittedAt: '2026-11-28T09:00:00+08:00',
  })

  it('键盘翻到下一件，按 Y 核验的正是看着的那件', async () => {
    signIn('COUNTY_OFFICER')
    get.mockImplementation(async (path, options) => {
      if (path === '/api/v1/desk/certificates') return { items: [card('1'), card('2')] }
      if (path === '/api/v1/desk/certificates/{certificate}')
        return { card: card(options?.path?.certificate ?? ''), version: 7, files: [], history: [] }
      return []
    })
    post.mockResolvedValue(undefined)
    await mountAt(CertificateQueuePage, '/certificates/queue', '/certificates/queue', {}, others)
    expect(text()).toContain('第 1 件，共 2 件')
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
    await vi.waitFor(() => expect(text()).toContain('第 2 件，共 2 件'))
    await vi.waitFor(() => expect(text()).toContain('ZJTX-2'))
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'y', bubbles: true }))
    await flushPromises()
    expect(post).toHaveBeenCalledWith('/api/v1/desk/certificates/{certificate}/verification', {
      path: { certificate: '2' },
      body: { seenVersion: 7 },
    })
  })

  it('核验了中间的一件，直接看下一件，不打开别的', async () => {
    signIn('COUNTY_OFFICER')
    let left = ['1', '2', '3']
    get.mockImplementation(async (path, options) => {
      if (path === '/api/v1/desk/certificates') return { items: left.map(card) }
      if (path === '/api/v1/desk/certificates/{certificate}')
        return { card: card(options?.path?.certificate ?? ''), version: 7, files: [], history: [] }
      return []
    })
    post.mockImplementation(async () => void (left = ['1', '3']))
    await mountAt(CertificateQueuePage, '/certificates/queue', '/certificates/queue?at=2', {}, others)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'y', bubbles: true }))
    await vi.waitFor(() => expect(text()).toContain('第 2 件，共 2 件'))
    await flushPromises()
    const opened = get.mock.calls.filter(([path]) => path === '/api/v1/desk/certificates/{certificate}').map(([, options]) => options?.path?.certificate)
    expect(opened).not.toContain('1')
    expect(text()).toContain('ZJTX-3')
  })

  it('核验还没有回答就翻到下一件，办完的照样从队里去掉', async () => {
    signIn('COUNTY_OFFICER')
    let left = ['1', '2']
    let done = () => {}
    get.mockImplementation(async (path, options) => {
      if (path === '/api/v1/desk/certificates') return { items: left.map(card) }
      if (path === '/api/v1/desk/certificates/{certificate}')
        return { card: card(options?.path?.certificate ?? ''), version: 7, files: [], history: [] }
      return []
    })
    post.mockReturnValue(new Promise<void>((resolve) => (done = resolve)))
    await mountAt(CertificateQueuePage, '/certificates/queue', '/certificates/queue', {}, others)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'y', bubbles: true }))
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
    await vi.waitFor(() => expect(text()).toContain('第 2 件，共 2 件'))
    left = ['2']
    done()
    await vi.waitFor(() => expect(text()).toContain('第 1 件，共 1 件'))
    await vi.waitFor(() => expect(text()).toContain('ZJTX-2'))
  })
})
