import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import Show from '@/pages/policy/show.vue'
import { session } from '@/session'

const hooks = vi.hoisted(() => ({ load: undefined as ((query: object) => void) | undefined }))
vi.mock('@dcloudio/uni-app', () => ({ onLoad: (hook: (query: object) => void) => (hooks.load = hook), onShareAppMessage: vi.fn(), onPullDownRefresh: vi.fn() }))

it('第一次没有取到的，重试之后照样翻到要看的那一条、记下看过', async () => {
  session.token = 'token'
  const part = { kind: 'CLAUSE', ref: '二（四）11', heading: '技改补助', level: 2, text: '（虚构）', path: '', cells: [] }
  const policy = { id: 'p1', title: '木业补助（虚构）', shortTitle: '木业补助', status: 'WITHDRAWN', statusLabel: '已撤回', edition: 1, window: 'NONE' }
  const asked: string[] = []
  let lost = true
  const pageScrollTo = vi.fn()
  vi.stubGlobal('uni', {
    ...uni,
    pageScrollTo,
    request: ({ url, method, success, fail }: { url: string; method: string; success: (reply: object) => void; fail: (it: object) => void }) => {
      asked.push(`${method} ${url}`)
      if (lost) return fail({ errMsg: 'request:fail' })
      success({ statusCode: 200, data: JSON.stringify({ policy, particulars: {}, parts: [part] }) })
    },
  })
  const page = mount(Show)
  hooks.load?.({ id: 'p1', ref: encodeURIComponent(part.ref) })
  await flushPromises()
  expect(page.text()).toContain('网络不通')
  lost = false
  await page.findAll('.q-button').find((it) => it.text() === '重试')!.trigger('click')
  await flushPromises()
  expect(asked).toContain('PUT /api/v1/policies/p1/receipt')
  expect(pageScrollTo).toHaveBeenCalledWith(expect.objectContaining({ selector: '#part-0' }))
})
