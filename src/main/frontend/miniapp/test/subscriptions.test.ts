import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import Subscriptions from '@/pages/me/subscriptions.vue'

const hooks = vi.hoisted(() => ({ show: undefined as (() => Promise<void>) | undefined }))
vi.mock('@dcloudio/uni-app', () => ({ onShow: (hook: () => Promise<void>) => (hooks.show = hook), onPullDownRefresh: vi.fn() }))

it('选了不要微信提醒，这一行随即写明，再点就是恢复', async () => {
  const said: unknown[] = []
  let muted = false
  const topics = () => [{ topic: 'POLICY', label: '政策', note: '发给本企业的', mutable: true, muted }]
  vi.stubGlobal('uni', {
    ...uni,
    request: ({ url, method, data, success }: { url: string; method: string; data?: string; success: (it: object) => void }) => {
      if (method === 'PUT') {
        said.push(JSON.parse(data!))
        muted = JSON.parse(data!).muted
      }
      success({ statusCode: 200, data: JSON.stringify(url.endsWith('/topics') ? topics() : { templates: [] }) })
    },
  })
  const page = mount(Subscriptions)
  await hooks.show?.()
  await flushPromises()
  const button = () => page.findAll('.q-button').at(-1)!
  expect(button().text()).toBe('不要')
  await button().trigger('click')
  await flushPromises()
  expect(button().text()).toBe('恢复')
  expect(page.text()).toContain('现在只放在“我的消息”里')
  await button().trigger('click')
  await flushPromises()
  expect(said).toEqual([{ topic: 'POLICY', muted: true }, { topic: 'POLICY', muted: false }])
})
