import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import Plans from '@/pages/field/plans.vue'

const hooks = vi.hoisted(() => ({ show: undefined as (() => void) | undefined }))
vi.mock('@dcloudio/uni-app', () => ({ onShow: (hook: () => void) => (hooks.show = hook), onPullDownRefresh: vi.fn() }))

it('改为一起去：取消原来的没有成，再按还是同一次；中间又打开过安排也不变', async () => {
  const joint: { body: unknown; key?: string }[] = []
  let lost = 1
  vi.stubGlobal('uni', {
    ...uni,
    request: (it: { url: string; method: string; data?: string; header: Record<string, string>; success: (reply: object) => void; fail: (failure: object) => void }) => {
      if (it.url.endsWith('/cancellation') && lost-- > 0) return it.fail({ errMsg: 'request:fail' })
      const body = it.data ? JSON.parse(it.data) : {}
      if (body.jointWith) joint.push({ body, key: it.header['Idempotency-Key'] })
      const made = { plan: 'p1', on: '2026-12-10', near: body.jointWith ? [] : [{ plan: 'p9', department: '税务局', on: '2026-12-11' }], days: 3, cap: null }
      it.success({ statusCode: 200, data: JSON.stringify(it.method === 'POST' ? made : { items: it.url.includes('/portfolio') ? [{ enterprise: 'e1', name: '冠县虚构纺织有限公司' }] : [], next: null }) })
    },
  })
  const page = mount(Plans)
  hooks.show?.()
  await flushPromises()
  const press = async (text: string, nth = -1) => {
    await page.findAll('.q-button').filter((it) => it.text() === text).at(nth)!.trigger('click')
    await flushPromises()
  }
  await press('安排走访')
  const [enterprise, on, purpose] = page.findAllComponents({ name: 'q-field' })
  enterprise.vm.$emit('update:modelValue', 'e1')
  on.vm.$emit('update:modelValue', '2026-12-10')
  purpose.vm.$emit('update:modelValue', '看新线（虚构）')
  await press('安排')
  await press('改为一起去')
  expect(page.text()).toContain('网络不通')
  await press('安排走访')
  await page.find('.q-sheet__close').trigger('click')
  await press('改为一起去')
  expect(joint).toHaveLength(2)
  expect(joint[1]).toEqual(joint[0])
  expect(joint[0].body).toEqual({ enterprise: 'e1', on: '2026-12-10', purpose: '看新线（虚构）', jointWith: 'p9' })
})
