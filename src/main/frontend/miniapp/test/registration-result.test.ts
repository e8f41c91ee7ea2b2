import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import Result from '@/pages/registration/result.vue'

const hooks = vi.hoisted(() => ({ load: undefined as ((query: object) => void) | undefined, show: undefined as (() => void) | undefined }))
vi.mock('@dcloudio/uni-app', () => ({
  onLoad: (hook: (query: object) => void) => (hooks.load = hook),
  onShow: (hook: () => void) => (hooks.show = hook),
  onPullDownRefresh: vi.fn(),
}))

it('代填的还没有确认：不说正在核实，说去填确认码', async () => {
  const registration = { id: 'r1', uscc: '91371525MA9000001X', name: '冠县虚构纺织有限公司', unitName: '清水镇', status: 'AWAITING_ENTERPRISE', statusName: '待企业确认', licenceRequired: false, licenceSentAt: null, returnReasons: [], returnNote: '', enterprise: null }
  vi.stubGlobal('uni', {
    ...uni,
    request: ({ success }: { success: (reply: object) => void }) => success({ statusCode: 200, data: JSON.stringify({ registration, form: {} }) }),
  })
  const page = mount(Result)
  hooks.load?.({ id: 'r1' })
  hooks.show?.()
  await flushPromises()
  expect(page.text()).toContain('还没有确认')
  expect(page.text()).not.toContain('核实，结果在')
  expect(page.text()).not.toContain('正在核实')
  await page.findAll('.q-button').find((it) => it.text() === '填确认码')!.trigger('click')
  expect(uni.navigateTo).toHaveBeenCalledWith({ url: '/pages/registration/confirm' })
})
