import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import Members from '@/pages/enterprise/members.vue'

const hooks = vi.hoisted(() => ({ load: undefined as ((query: object) => void) | undefined, show: undefined as (() => void) | undefined }))
vi.mock('@dcloudio/uni-app', () => ({
  onLoad: (hook: (query: object) => void) => (hooks.load = hook),
  onShow: (hook: () => void) => (hooks.show = hook),
  onPullDownRefresh: vi.fn(),
  onReachBottom: vi.fn(),
}))

const asking = { membership: 'm1', role: 'CLERK', roleName: '办事员', status: 'REQUESTED', statusName: '待同意', proofName: '自报', requestedAt: '2026-11-20T09:00:00+08:00', manager: false, handoverOffered: false, confirmedAt: null }
let lost: string

beforeEach(() => {
  lost = ''
  vi.stubGlobal('uni', {
    ...uni,
    request: ({ url, success, fail }: { url: string; success: (reply: object) => void; fail: (it: object) => void }) => {
      if (lost && url.includes(lost)) return fail({ errMsg: 'request:fail' })
      success({ statusCode: 200, data: JSON.stringify(url.includes('/member-history') ? { items: [{ stepName: '申请加入', roleName: '办事员', at: asking.requestedAt }], next: null } : [asking]) })
    },
  })
})

async function open() {
  const page = mount(Members)
  hooks.load?.({ id: 'e1' })
  hooks.show?.()
  await flushPromises()
  return page
}

const button = (page: ReturnType<typeof mount>, text: string) => page.findAll('.q-button').filter((it) => it.text() === text).at(-1)!

it('不同意没有送到：面板和选的原因都还在，说明为什么', async () => {
  const page = await open()
  await button(page, '不同意').trigger('click')
  page.findComponent({ name: 'q-field' }).vm.$emit('update:modelValue', 'NOT_OURS')
  await flushPromises()
  lost = '/refusal'
  await button(page, '不同意').trigger('click')
  await flushPromises()
  expect(page.get('[role=dialog]').text()).toContain('网络不通，请检查网络后重试')
  expect(page.get('[role=dialog]').text()).toContain('不是本企业的人')
})

it('历次变更没有取到的，再取一次就有', async () => {
  lost = '/member-history'
  const page = await open()
  expect(page.text()).not.toContain('申请加入')
  lost = ''
  await button(page, '再取一次').trigger('click')
  await flushPromises()
  expect(page.text()).toContain('申请加入')
})
