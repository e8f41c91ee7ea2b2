import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import Form from '@/pages/registration/form.vue'

const hooks = vi.hoisted(() => ({ load: undefined as ((query: object) => void) | undefined }))
vi.mock('@dcloudio/uni-app', () => ({
  onLoad: (hook: (query: object) => void) => (hooks.load = hook),
  onHide: vi.fn(),
  onUnload: vi.fn(),
  onPullDownRefresh: vi.fn(),
}))

it('扫海报时没有网，重试之后照样带出乡镇', async () => {
  let lost = true
  vi.stubGlobal('uni', {
    ...uni,
    request: ({ url, success, fail }: { url: string; success: (reply: object) => void; fail: (it: object) => void }) => {
      if (lost) return fail({ errMsg: 'request:fail' })
      success({ statusCode: 200, data: JSON.stringify(url.includes('/posters/') ? { unit: 'qs', unitName: '清水镇' } : url.endsWith('/units') ? [{ code: 'qs', name: '清水镇' }] : []) })
    },
  })
  const page = mount(Form)
  hooks.load?.({ poster: 'AB12' })
  await flushPromises()
  expect(page.text()).toContain('网络不通')
  lost = false
  await page.findAll('.q-button').find((it) => it.text() === '重试')!.trigger('click')
  await flushPromises()
  expect(page.text()).toContain('海报是清水镇的')
})
