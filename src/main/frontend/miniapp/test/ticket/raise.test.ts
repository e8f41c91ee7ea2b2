import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import Raise from '@/pages/ticket/raise.vue'
import { keep } from '@/store'

const hooks = vi.hoisted(() => ({ load: undefined as ((query: object) => void) | undefined, unload: [] as (() => void)[] }))
vi.mock('@dcloudio/uni-app', () => ({
  onLoad: (hook: (query: object) => void) => (hooks.load = hook),
  onHide: vi.fn(),
  onUnload: (hook: () => void) => void hooks.unload.push(hook),
  onPullDownRefresh: vi.fn(),
}))

const mine = { id: 'e1', name: '冠县虚构纺织有限公司', status: 'ACTIVE', proof: 'OFFICER' }

beforeEach(() => {
  hooks.unload = []
  vi.stubGlobal('uni', {
    ...uni,
    request: ({ url, success }: { url: string; success: (reply: object) => void }) =>
      success({ statusCode: 200, data: JSON.stringify(url.includes('/mine') ? { items: [mine], next: null } : []) }),
  })
})

async function open() {
  const page = mount(Raise)
  hooks.load?.({})
  await flushPromises()
  return page
}

it('什么也没写就离开，再打开不说接着上次', async () => {
  expect((await open()).text()).toContain('冠县虚构纺织有限公司')
  hooks.unload.forEach((hook) => hook())
  expect((await open()).text()).not.toContain('接着上次没写完的')
})

it('写过的带出来，并且说明', async () => {
  keep('draft.ticket.member.', { form: { enterprise: 'e1', title: '缺技工' }, key: 'k' })
  const page = await open()
  expect(page.text()).toContain('接着上次没写完的')
  expect(page.findAll('input').map((it) => it.element.value)).toContain('缺技工')
})
