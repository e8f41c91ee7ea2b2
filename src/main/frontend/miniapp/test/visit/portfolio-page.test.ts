import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import Portfolio from '@/pages/field/portfolio.vue'

const hooks = vi.hoisted(() => ({ show: undefined as (() => void) | undefined }))
vi.mock('@dcloudio/uni-app', () => ({ onLoad: vi.fn(), onShow: (hook: () => void) => (hooks.show = hook), onPullDownRefresh: vi.fn() }))

it('手机存不下的，不说已经存好', async () => {
  const firm = { enterprise: 'e1', name: '冠县虚构纺织有限公司', unitName: '清水镇', kindName: '助企服务专员', main: true, since: '2026-01-01', lastVisitedOn: null }
  const store = uni.setStorageSync
  vi.stubGlobal('uni', {
    ...uni,
    setStorageSync: (key: string, value: string) => {
      if (key.includes('brief')) throw new Error('exceed max size')
      store(key, value)
    },
    request: ({ url, success }: { url: string; success: (reply: object) => void }) =>
      success({ statusCode: 200, data: JSON.stringify(url.includes('/portfolio') ? { items: [firm], next: null } : { name: firm.name }) }),
  })
  const page = mount(Portfolio)
  hooks.show?.()
  await flushPromises()
  await page.findAll('.q-button').find((it) => it.text() === '存到手机')!.trigger('click')
  await flushPromises()
  expect(uni.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '手机存储空间不够，存下了 0 家，清理后再点一次' }))
  expect(page.text()).toContain('0 / 1 家')
})
