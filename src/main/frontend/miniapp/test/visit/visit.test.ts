import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import Visit from '@/pages/field/visit.vue'
import { today } from '@/format'
import { session } from '@/session'
import { keep } from '@/store'
import { newVisit } from '@/visit/draft'
import { queue } from '@/visit/phone'

const hooks = vi.hoisted(() => ({ load: undefined as ((query: object) => void) | undefined, unload: [] as { hook: () => void; page: unknown }[] }))
vi.mock('@dcloudio/uni-app', () => ({
  onLoad: (hook: (query: object) => void) => (hooks.load = hook),
  onHide: vi.fn(),
  onUnload: (hook: () => void, page: unknown) => void hooks.unload.push({ hook, page }),
}))

type Sent = { url: string; method: string; success: (reply: object) => void; fail: (failure: object) => void }
const OLD = new Date('2026-11-02T10:00:00+08:00')
const sent = {
  clientId: 'v1', revision: 1, latest: 1, enterprise: 'e1', enterpriseName: '冠县虚构纺织有限公司', visitedAt: '2026-11-28T10:00:00+08:00',
  kind: 'PHONE', said: '谈了（虚构）', people: [], promises: [], tickets: [], photos: [],
}

beforeEach(() => {
  hooks.unload = []
  session.token = undefined
  vi.stubGlobal('uni', {
    ...uni,
    request: ({ url, success, fail }: Sent) =>
      url.endsWith('/visits/v1') ? success({ statusCode: 200, data: JSON.stringify(sent) }) : fail({ errMsg: 'request:fail' }),
  })
  queue.load()
})

async function open(query: object) {
  const page = mount(Visit)
  hooks.load?.(query)
  await flushPromises()
  return page
}

const dateOf = (page: ReturnType<typeof mount>) => page.get<HTMLInputElement>('[aria-label="哪一天"]').element.value

it('上次打开了什么也没写的，时间照现在的；写过的照上次的，并且说明', async () => {
  keep('draft.visit.new.e1', { form: newVisit('v9', 'e1', '甲', OLD), key: 'k' })
  const blank = await open({ enterprise: 'e1' })
  expect(dateOf(blank)).toBe(today())
  expect(blank.text()).not.toContain('接着上次没写完的')
  keep('draft.visit.new.e2', { form: { ...newVisit('v9', 'e2', '乙', OLD), said: '缺技工' }, key: 'k' })
  const written = await open({ enterprise: 'e2' })
  expect(dateOf(written)).toBe('2026-11-02')
  expect(written.text()).toContain('接着上次没写完的')
})

it('改已送到的，取来内容之后才有草稿，离开这一页照样存', async () => {
  const page = await open({ clientId: 'v1' })
  const [area] = page.findAll('textarea')
  expect(area.element.value).toBe('谈了（虚构）')
  area.element.dispatchEvent(new CustomEvent('input', { detail: { value: '又谈了（虚构）' } }))
  expect(hooks.unload.every(({ page: at }) => Boolean(at))).toBe(true)
  hooks.unload.forEach(({ hook }) => hook())
  expect((await open({ clientId: 'v1' })).findAll('textarea')[0].element.value).toBe('又谈了（虚构）')
})

it('另作一条新的，按两下也只有一条', async () => {
  const report = { revision: 1, enterprise: 'e1', visitedAt: sent.visitedAt, kind: 'PHONE', said: '谈了（虚构）' }
  const refusal = { code: 'VISIT_CLOSED', reason: '已不能修改', fields: {} }
  keep('visit.v2', { clientId: 'v2', enterpriseName: '甲', savedAt: 1, report, tries: 0, retryAt: 0, refusal })
  queue.load()
  const page = await open({ clientId: 'v2' })
  const save = page.findAll('.q-button').find((it) => it.text() === '保存')!
  await Promise.all([save.trigger('click'), save.trigger('click')])
  await flushPromises()
  expect(queue.items.value).toHaveLength(1)
  expect(queue.items.value[0].clientId).not.toBe('v2')
})
