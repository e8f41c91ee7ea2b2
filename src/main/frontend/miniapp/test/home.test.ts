import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { chooseEnterprise } from '@/enterprise'
import Home from '@/pages/home/index.vue'

const hooks = vi.hoisted(() => ({ show: undefined as (() => void) | undefined }))
vi.mock('@dcloudio/uni-app', () => ({ onShow: (hook: () => void) => (hooks.show = hook), onPullDownRefresh: vi.fn() }))

it('换了企业、又没有取到的，不把上一家的诉求列在这一家名下', async () => {
  const firm = (id: string, name: string) => ({ id, name, status: 'ACTIVE', proof: 'OFFICER', roleName: '办事员', proofName: '已核', manager: false })
  const ticket = { id: 't1', title: '厂区频繁停电', status: 'HANDLING', statusName: '办理中', officeName: '县发展和改革局', nextDueAt: null }
  let lost = false
  vi.stubGlobal('uni', {
    ...uni,
    request: ({ url, success, fail }: { url: string; success: (reply: object) => void; fail: (it: object) => void }) => {
      if (lost) return fail({ errMsg: 'request:fail' })
      const items = url.includes('enterprises/mine') ? [firm('e1', '冠县虚构纺织有限公司'), firm('e2', '冠县虚构轴承有限公司')] : url.includes('/e1/tickets') ? [ticket] : []
      success({ statusCode: 200, data: JSON.stringify({ items, next: null }) })
    },
  })
  const page = mount(Home)
  hooks.show?.()
  await flushPromises()
  expect(page.text()).toContain('厂区频繁停电')
  lost = true
  chooseEnterprise('e2')
  hooks.show?.()
  await flushPromises()
  expect(page.text()).not.toContain('厂区频繁停电')
  expect(page.text()).toContain('网络不通')
})
