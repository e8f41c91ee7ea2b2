import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import Show from '@/pages/ticket/show.vue'

const hooks = vi.hoisted(() => ({ load: undefined as ((query: object) => void) | undefined, show: undefined as (() => void) | undefined }))
vi.mock('@dcloudio/uni-app', () => ({
  onLoad: (hook: (query: object) => void) => (hooks.load = hook),
  onShow: (hook: () => void) => (hooks.show = hook),
  onPullDownRefresh: vi.fn(),
}))

type Asked = { url: string; method: string; data?: string; header: Record<string, string>; success: (reply: object) => void; fail: (failure: object) => void }

let asked: Asked[]
let status: string
let lost: number
let pauses: object[]

function ticket() {
  return {
    card: { id: 't1', title: '厂区频繁停电', number: 'GX-2026-000001', category: '用工用能', origin: '企业提交', receivedAt: '2026-11-20T09:00:00+08:00', status, statusName: status, stage: '', officeName: '县发展和改革局', outcome: null, nextDueAt: null, overdue: false },
    enterprise: 'e1',
    content: '（虚构）',
    closedAt: null,
    reopened: 0,
    assists: [],
    held: [],
    steps: [],
    pauses,
    extensions: [],
    hops: [{ seq: 1, action: 'ANSWER', actionName: '办结答复', statusName: '', party: '承办单位', officeName: '县发展和改革局', at: '2026-11-24T09:00:00+08:00', text: '已增容。', evidence: '答复单', files: [] }],
  }
}

function answered(url: string) {
  if (url.endsWith('/follow-up')) return { closed: true, recheckDays: null, contacted: null, useful: null }
  return url.includes('calendar') ? [] : ticket()
}

beforeEach(() => {
  asked = []
  status = 'ANSWERED'
  lost = 0
  pauses = []
  vi.stubGlobal('uni', {
    ...uni,
    request: (request: Asked) => {
      asked.push(request)
      if (request.method === 'POST' && lost-- > 0) return request.fail({ errMsg: 'request:fail' })
      if (request.url.endsWith('/confirmation')) status = 'CLOSED'
      if (request.url.endsWith('/rejection') || request.url.endsWith('/supply')) status = 'HANDLING'
      request.success({ statusCode: 200, data: JSON.stringify(answered(request.url)) })
    },
  })
})

async function open(query: object) {
  const page = mount(Show)
  hooks.load?.(query)
  hooks.show?.()
  await flushPromises()
  return page
}

const button = (page: ReturnType<typeof mount>, text: string) => page.findAll('.q-button').filter((it) => it.text() === text).at(-1)!
const posts = () => asked.filter((it) => it.method === 'POST')

it('点一下就确认；没收到回答再点，用同一个幂等键', async () => {
  const page = await open({ id: 't1' })
  expect(page.text()).toContain('已增容。')
  lost = 1
  await button(page, '确认解决').trigger('click')
  await flushPromises()
  expect(page.text()).toContain('网络不通，请检查网络后重试')
  await button(page, '确认解决').trigger('click')
  await flushPromises()
  expect(posts().map((it) => it.url)).toEqual(['/api/v1/tickets/t1/confirmation', '/api/v1/tickets/t1/confirmation'])
  expect(posts()[1].header['Idempotency-Key']).toBe(posts()[0].header['Idempotency-Key'])
  expect(button(page, '还有问题，重新立项')).toBeTruthy()
  await flushPromises()
  expect(page.text()).toContain('两个问题，不想答可以不答')
})

it('没有解决要说明原因，没写不提交', async () => {
  const page = await open({ id: 't1' })
  await button(page, '没有解决').trigger('click')
  await button(page, '没有解决').trigger('click')
  await flushPromises()
  expect(page.text()).toContain('请写明原因')
  expect(posts()).toEqual([])
})

it('登记它的服务专员看得到经过，不能替企业确认', async () => {
  const page = await open({ id: 't1', as: 'field' })
  expect(asked[0].url + asked[1]?.url).toContain('/api/v1/field/tickets/t1')
  expect(page.text()).not.toContain('确认解决')
  expect(page.text()).toContain('补交材料')
})

const pause = { reasonName: '等企业补充材料', waitsForEnterprise: true, note: '请交用电申请表。', since: '2026-11-24T09:00:00+08:00', until: '2026-12-08T18:00:00+08:00', running: true }

it('承办单位在等企业的材料，写几句就能交上去', async () => {
  status = 'PAUSED'
  pauses = [pause]
  const page = await open({ id: 't1' })
  expect(page.text()).toContain('承办单位在等您的材料')
  expect(page.text()).toContain('请交用电申请表。')
  await button(page, '补充材料').trigger('click')
  await button(page, '交上去').trigger('click')
  await flushPromises()
  expect(page.text()).toContain('请写几句说明，或者附上材料')
  expect(posts()).toEqual([])
  page.findComponent({ name: 'q-field' }).vm.$emit('update:modelValue', '已送到窗口')
  await button(page, '交上去').trigger('click')
  await flushPromises()
  expect(posts().map((it) => [it.url, it.data])).toEqual([['/api/v1/tickets/t1/supply', JSON.stringify({ files: [], text: '已送到窗口' })]])
  expect(posts()[0].header['Idempotency-Key']).toBeTruthy()
})

it('在等别人的只告诉企业为什么、最迟到哪天', async () => {
  status = 'PAUSED'
  pauses = [{ ...pause, reasonName: '等上级批复', waitsForEnterprise: false, note: '上级供电公司批复。' }]
  const page = await open({ id: 't1' })
  expect(page.text()).toContain('计时暂停：等上级批复')
  expect(button(page, '补充材料')).toBeUndefined()
})

it('重新立项之后还能再确认：换一个幂等键', async () => {
  const page = await open({ id: 't1' })
  await button(page, '确认解决').trigger('click')
  await flushPromises()
  status = 'ANSWERED'
  hooks.show?.()
  await flushPromises()
  await button(page, '确认解决').trigger('click')
  await flushPromises()
  expect(new Set(posts().map((it) => it.header['Idempotency-Key'])).size).toBe(2)
})

it('回答两个问题没有送到，也说出来', async () => {
  status = 'CLOSED'
  const page = await open({ id: 't1' })
  lost = 1
  await button(page, '有用').trigger('click')
  await flushPromises()
  expect(page.get('[role=alert]').text()).toBe('网络不通，请检查网络后重试')
})

it('关了再开接着写，没有收到回答的再交还是同一个幂等键', async () => {
  const page = await open({ id: 't1' })
  await button(page, '没有解决').trigger('click')
  page.findComponent({ name: 'q-field' }).vm.$emit('update:modelValue', '昨天又停电（虚构）')
  lost = 1
  await button(page, '没有解决').trigger('click')
  await flushPromises()
  await page.find('.q-sheet__close').trigger('click')
  await button(page, '没有解决').trigger('click')
  expect(page.find('textarea').element.value).toBe('昨天又停电（虚构）')
  await button(page, '没有解决').trigger('click')
  await flushPromises()
  expect(posts()).toHaveLength(2)
  expect(posts()[1].header['Idempotency-Key']).toBe(posts()[0].header['Idempotency-Key'])
})

it('材料没传完就关掉的，再打开按得了', async () => {
  status = 'PAUSED'
  pauses = [pause]
  const page = await open({ id: 't1' })
  await button(page, '补充材料').trigger('click')
  page.findComponent({ name: 'q-files' }).vm.$emit('busy', true)
  await flushPromises()
  expect(button(page, '交上去').attributes('aria-disabled')).toBe('true')
  await page.find('.q-sheet__close').trigger('click')
  await button(page, '补充材料').trigger('click')
  expect(button(page, '交上去').attributes('aria-disabled')).toBe('false')
})
