import type { VisitRequest } from '@qihang/api-client'
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import Visits from '@/pages/field/visits.vue'
import { session } from '@/session'
import { queue } from '@/visit/phone'

const hooks = vi.hoisted(() => ({ show: undefined as (() => Promise<void>) | undefined }))
vi.mock('@dcloudio/uni-app', () => ({ onShow: (hook: () => Promise<void>) => (hooks.show = hook), onPullDownRefresh: vi.fn(), onReachBottom: vi.fn() }))

type Sent = { url: string; method: string; success: (reply: object) => void; fail: (failure: object) => void }
const report: VisitRequest = { revision: 1, enterprise: 'e1', visitedAt: '2026-11-28T10:00:00+08:00', kind: 'PHONE', said: '谈了（虚构）' }
let put: (sent: Sent) => void
let sure: boolean
const list = vi.fn()

beforeEach(() => {
  session.token = 'token'
  session.left = false
  sure = false
  list.mockReset().mockReturnValue({ items: [], next: null })
  vi.stubGlobal('uni', {
    ...uni,
    request: (sent: Sent) => (sent.method === 'PUT' ? put(sent) : sent.success({ statusCode: 200, data: JSON.stringify(list()) })),
    showModal: ({ success }: { success: (answer: object) => void }) => success({ confirm: sure }),
  })
  queue.load()
})

async function open() {
  const page = mount(Visits)
  await hooks.show?.()
  await flushPromises()
  return page
}

const button = (page: ReturnType<typeof mount>, text: string) => page.findAll('.q-button').find((it) => it.text() === text)!

it('没有走访：说明做什么', async () => {
  const page = await open()
  expect(page.text()).toContain('还没有送到的走访')
  expect(button(page, '记一次走访')).toBeTruthy()
})

it('没有网的留着，网络回来自己送走，已送到的随即刷新', async () => {
  put = ({ fail }) => fail({ errMsg: 'request:fail' })
  queue.save('v1', '冠县虚构纺织有限公司', report)
  const page = await open()
  expect(page.text()).toContain('还没有送到（1 条）')
  expect(page.text()).toContain('等待发送')
  put = ({ success }) => success({ statusCode: 201, data: '{}' })
  list.mockReturnValue({ items: [{ id: 'x', clientId: 'v1', enterpriseName: '冠县虚构纺织有限公司', kindName: '电话', visitedAt: report.visitedAt, tickets: 0, openPromises: 0, echo: null }], next: null })
  await queue.flush({ atOnce: true })
  await flushPromises()
  expect(page.text()).not.toContain('还没有送到（')
  expect(page.text()).toContain('电话 · 11月28日 10:00')
})

it('正在送的慢，已送到的照样先列出来', async () => {
  let answer = () => {}
  put = ({ success }) => (answer = () => success({ statusCode: 201, data: '{}' }))
  list.mockReturnValue({ items: [{ id: 'x', clientId: 'v0', enterpriseName: '冠县虚构轴承有限公司', kindName: '电话', visitedAt: report.visitedAt, tickets: 0, openPromises: 0, echo: null }], next: null })
  queue.save('v1', '冠县虚构纺织有限公司', report)
  const page = mount(Visits)
  void hooks.show?.()
  await flushPromises()
  expect(page.text()).toContain('冠县虚构轴承有限公司')
  answer()
  await flushPromises()
})

it('被拒的写明服务器的原因；问过才删除', async () => {
  put = ({ success }) => success({ statusCode: 400, data: JSON.stringify({ code: 'VISIT_TOO_OLD', detail: '走访已过去 60 天以上，不能再补记。' }) })
  queue.save('v1', '冠县虚构纺织有限公司', report)
  const page = await open()
  expect(page.text()).toContain('没有送成')
  expect(page.text()).toContain('走访已过去 60 天以上，不能再补记。')
  await button(page, '改好再送').trigger('click')
  expect(uni.navigateTo).toHaveBeenCalledWith({ url: '/pages/field/visit?clientId=v1' })
  await button(page, '删除').trigger('click')
  await flushPromises()
  expect(queue.items.value).toHaveLength(1)
  sure = true
  await button(page, '删除').trigger('click')
  await flushPromises()
  expect(queue.items.value).toEqual([])
})
