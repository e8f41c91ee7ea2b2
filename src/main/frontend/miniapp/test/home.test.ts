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

it('再旧的没有办完的也列出来，不只看最近的二十件；一样东西最多问三次', async () => {
  const firm = { id: 'e1', name: '冠县虚构纺织有限公司', status: 'ACTIVE', proof: 'OFFICER', roleName: '办事员', proofName: '已核', manager: false }
  const closed = Array.from({ length: 150 }, (_, i) => ({ id: `c${i}`, title: `已销号 ${i}`, status: 'CLOSED', statusName: '已销号' }))
  const held = Array.from({ length: 120 }, (_, i) => ({ id: `s${i}`, title: `挂着 ${i}`, status: 'SUSPENDED', statusName: '挂账' }))
  const tickets = [...closed, ...held, { id: 'old', title: '厂区频繁停电', status: 'ANSWERED', statusName: '待企业确认' }]
  const certificates = [
    ...Array.from({ length: 30 }, (_, i) => ({ id: `g${i}`, status: 'VERIFIED', typeName: '高新', level: 'UNSTATED', validity: { state: 'GOOD', text: '' } })),
    { id: 'back', status: 'RETURNED', typeName: '瞪羚', level: 'UNSTATED', returnHint: '影像不清', validity: { state: 'NO_END', text: '' } },
  ]
  const registrations = [...Array.from({ length: 30 }, (_, i) => ({ id: `r${i}`, status: 'ACCEPTED' })), { id: 'r', status: 'RETURNED', name: '冠县虚构轴承有限公司', returnReasons: [] }]
  const asked: string[] = []
  vi.stubGlobal('uni', {
    ...uni,
    request: ({ url, success }: { url: string; success: (reply: object) => void }) => {
      asked.push(url)
      const query = new URLSearchParams(url.split('?')[1])
      const all: { id: string; status: string }[] = url.includes('enterprises/mine') ? [firm]
        : url.includes('/tickets') ? tickets.filter((it) => !query.has('open') || it.status !== 'CLOSED')
        : url.includes('/certificates') ? certificates.filter((it) => !query.has('waiting') || it.status === 'RETURNED')
        : url.includes('/registrations') ? registrations.filter((it) => !query.has('open') || it.status !== 'ACCEPTED')
        : []
      const from = Number(query.get('after') ?? 0)
      const until = from + Number(query.get('limit'))
      success({ statusCode: 200, data: JSON.stringify({ items: all.slice(from, until), next: until < all.length ? String(until) : null }) })
    },
  })
  const page = mount(Home)
  hooks.show?.()
  await flushPromises()
  for (const it of ['请确认：厂区频繁停电', '证书被退回：瞪羚', '登记被退回：冠县虚构轴承有限公司', '挂着 0']) expect(page.text()).toContain(it)
  expect(asked.filter((it) => it.includes('/tickets'))).toHaveLength(2)
})
