import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import Ticket from '@/pages/work/ticket.vue'
import { standing } from '@/work'

const hooks = vi.hoisted(() => ({ load: undefined as ((query: object) => void) | undefined, show: undefined as (() => void) | undefined, unload: undefined as (() => void) | undefined }))
vi.mock('@dcloudio/uni-app', () => ({
  onLoad: (hook: (query: object) => void) => (hooks.load = hook),
  onShow: (hook: () => void) => (hooks.show = hook),
  onPullDownRefresh: vi.fn(),
  onHide: vi.fn(),
  onUnload: (hook: () => void) => (hooks.unload = hook),
}))

type Asked = { url: string; method: string; data?: string; success: (reply: object) => void }
let asked: Asked[]
let refusal: object | undefined
let steps: object[]
let assists: object[]
let extensions: object[]
const grounds = [{ code: 'not-duty', label: '不属本单位职责', needsOffice: true }]
const offices = [{ code: 'fgj', name: '县发展和改革局', aliases: [] }]
const reasons = [{ code: 'superior', name: '等上级批复', waitsForEnterprise: false, maxDays: 20, nudgeDays: 5, source: '待县确认' }]

const card = { id: 't1', title: '厂区频繁停电', number: 'GX-2026-000001', enterpriseName: '冠县虚构纺织有限公司', category: '用工用能', origin: '企业提交', receivedAt: '2026-11-20T09:00:00+08:00', status: 'DISPATCHED', statusName: '待受理', office: 'rsj', officeName: '县人社局', outcome: null }

beforeEach(() => {
  asked = []
  refusal = undefined
  steps = []
  assists = []
  extensions = []
  card.status = 'DISPATCHED'
  standing.value = { roles: ['HANDLER'], offices: ['rsj'] }
  vi.stubGlobal('uni', {
    ...uni,
    request: (request: Asked) => {
      asked.push(request)
      if (request.method === 'POST') return request.success(refusal ? { statusCode: 409, data: JSON.stringify(refusal) } : { statusCode: 204, data: '' })
      request.success({ statusCode: 200, data: JSON.stringify(request.url.includes('pause-reasons') ? reasons : request.url.includes('refusal-grounds') ? grounds : request.url.includes('offices') ? offices : request.url.includes('calendar') ? [] : { card, content: '（虚构）', reopened: 0, refusableUntil: '2099-01-01T18:00:00+08:00', assists, held: [], steps, pauses: [], extensions, hops: [] }) })
    },
  })
})

async function open() {
  const page = mount(Ticket)
  hooks.load?.({ id: 't1' })
  hooks.show?.()
  await flushPromises()
  return page
}

const button = (page: ReturnType<typeof mount>, text: string) => page.findAll('.q-button').filter((it) => it.text() === text).at(-1)
const posts = () => asked.filter((it) => it.method === 'POST')

it('别的单位的诉求只能看', async () => {
  standing.value = { roles: ['HANDLER'], offices: ['fgj'] }
  expect(button(await open(), '受理')).toBeUndefined()
})

it('受理不用写字', async () => {
  const page = await open()
  await button(page, '受理')!.trigger('click')
  await button(page, '受理')!.trigger('click')
  await flushPromises()
  expect(posts().map((it) => [it.url, it.data])).toEqual([['/api/v1/desk/tickets/t1/acceptance', '{}']])
})

it('退回要选理由、建议单位，写原因；没有办成说明为什么，写的还在，关了再开也在', async () => {
  const page = await open()
  await button(page, '退回')!.trigger('click')
  await flushPromises()
  await button(page, '退回')!.trigger('click')
  expect(page.text()).toContain('请选择退回理由')
  expect(page.text()).toContain('请选择建议办理的单位')
  expect(page.text()).toContain('请写明原因')
  expect(posts()).toEqual([])
  for (const choice of ['不属本单位职责', '县发展和改革局']) await page.findAll('.q-chips__one').find((it) => it.text() === choice)!.trigger('click')
  page.findComponent({ name: 'q-field' }).vm.$emit('update:modelValue', '不属本局职责（虚构）')
  refusal = { code: 'TICKET_STATE', detail: '这件诉求现在是“办理中”，不能办理“退回”，请刷新后再看。' }
  await button(page, '退回')!.trigger('click')
  await flushPromises()
  expect(JSON.parse(posts()[0]!.data!)).toEqual({ ground: 'not-duty', reason: '不属本局职责（虚构）', office: 'fgj' })
  expect(page.text()).toContain('请刷新后再看')
  await page.find('.q-sheet__close').trigger('click')
  await button(page, '退回')!.trigger('click')
  expect(page.find('textarea').element.value).toBe('不属本局职责（虚构）')
})

it('暂停计时要选等什么、写明，别的办法在下面', async () => {
  card.status = 'HANDLING'
  steps = [{ kind: 'SOLVE', name: '办结', dueAt: '2026-12-20T18:00:00+08:00', metAt: null, running: true, overdue: false, complex: false, provisional: false, explanation: '（虚构）' }]
  const page = await open()
  const cell = (text: string) => page.findAll('.q-cell').find((it) => it.text().includes(text))
  expect(cell('申请延期')).toBeTruthy()
  await cell('暂停计时')!.trigger('click')
  await flushPromises()
  await button(page, '暂停计时')!.trigger('click')
  await flushPromises()
  expect(page.text()).toContain('请选择在等什么')
  expect(posts()).toEqual([])
  await page.find('.q-chips__one').trigger('click')
  expect(page.text()).toContain('累计最多 20 个工作日')
  page.findComponent({ name: 'q-field' }).vm.$emit('update:modelValue', '上级供电公司批复')
  await button(page, '暂停计时')!.trigger('click')
  await flushPromises()
  expect(posts().map((it) => [it.url, it.data])).toEqual([
    ['/api/v1/desk/tickets/t1/pause', JSON.stringify({ reason: 'superior', note: '上级供电公司批复' })],
  ])
})

it('协办单位看到请它做什么，只办自己那一份', async () => {
  standing.value = { roles: ['HANDLER'], offices: ['fgj'] }
  card.status = 'HANDLING'
  assists = [{ no: 5, office: 'fgj', officeName: '县发展和改革局', state: 'ASKED', stateName: '待受理', matter: '请核定用电容量。', result: null, askedAt: '2026-11-21T09:00:00+08:00', dueAt: '2026-11-27T18:00:00+08:00', overdue: false }]
  const page = await open()
  expect(page.text()).toContain('请核定用电容量。')
  await button(page, '受理协办')!.trigger('click')
  await button(page, '受理协办')!.trigger('click')
  await flushPromises()
  expect(posts().map((it) => [it.url, it.data])).toEqual([['/api/v1/desk/tickets/t1/assists/5/acceptance', '{}']])
})

it('县局的人决定延期：同意可以不写，不同意要写理由；决定过的没有', async () => {
  standing.value = { roles: ['COUNTY_OFFICER'], offices: [] }
  card.status = 'HANDLING'
  const asking = { reason: '变压器到货要一个月。', askedAt: '2026-11-21T09:00:00+08:00', granted: null, officeName: '县工业和信息化局', words: null, decidedAt: null }
  extensions = [asking]
  const page = await open()
  await button(page, '不同意')!.trigger('click')
  await button(page, '不同意延期')!.trigger('click')
  await flushPromises()
  expect(page.text()).toContain('请写明原因')
  expect(posts()).toEqual([])
  await page.find('.q-sheet__close').trigger('click')
  await button(page, '同意延期')!.trigger('click')
  extensions = [{ ...asking, granted: true, decidedAt: '2026-11-22T09:00:00+08:00' }]
  await button(page, '同意延期')!.trigger('click')
  await flushPromises()
  expect(posts().map((it) => [it.url, it.data])).toEqual([['/api/v1/desk/tickets/t1/extension', '{}']])
  expect(button(page, '同意延期')).toBeUndefined()
})

it('表还开着就离开这一页，写的也留着；删空了再关的不留', async () => {
  let page = await open()
  await button(page, '受理')!.trigger('click')
  page.findComponent({ name: 'q-field' }).vm.$emit('update:modelValue', '明天到现场（虚构）')
  hooks.unload?.()
  page = await open()
  await button(page, '受理')!.trigger('click')
  expect(page.find('textarea').element.value).toBe('明天到现场（虚构）')
  page.findComponent({ name: 'q-field' }).vm.$emit('update:modelValue', '')
  await page.find('.q-sheet__close').trigger('click')
  await button(page, '受理')!.trigger('click')
  expect(page.find('textarea').element.value).toBe('')
})
