import type { VisitRequest } from '@qihang/api-client'
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import QQueue from '@/components/q-queue.vue'
import { session } from '@/session'
import { queue } from '@/visit/phone'

const report: VisitRequest = { revision: 1, enterprise: 'e1', visitedAt: '2026-11-28T10:00:00+08:00', kind: 'ON_SITE', said: '谈了' }

type Sent = { success: (reply: object) => void; fail: (failure: object) => void }
let answer: (sent: Sent) => void

beforeEach(() => {
  session.token = 'token'
  session.left = false
  vi.stubGlobal('uni', { ...uni, request: (sent: Sent) => answer(sent) })
  queue.load()
})

const refuse = (status: number, problem: object) => (sent: Sent) => sent.success({ statusCode: status, data: JSON.stringify(problem) })

it('没有要送的，不占地方', () => {
  expect(mount(QQueue).text()).toBe('')
})

it('没有网：几条存在手机里；有网送到就不见了；点开是走访记录', async () => {
  answer = ({ fail }) => fail({ errMsg: 'request:fail' })
  const shown = mount(QQueue)
  queue.save('v1', '冠县虚构纺织有限公司', report)
  queue.save('v2', '冠县虚构轴承有限公司', report)
  await flushPromises()
  expect(shown.text()).toContain('2 条走访存在手机里，有网时自动发送')
  await shown.find('.q-queue').trigger('click')
  expect(uni.navigateTo).toHaveBeenCalledWith({ url: '/pages/field/visits' })
  answer = refuse(200, {})
  await queue.flush({ atOnce: true })
  await flushPromises()
  expect(shown.text()).toBe('')
})

it('重新登录之后接着送', async () => {
  answer = ({ fail }) => fail({ errMsg: 'request:fail' })
  queue.save('v3', '冠县虚构纺织有限公司', report)
  await flushPromises()
  session.token = undefined
  await flushPromises()
  answer = refuse(200, {})
  session.token = 'again'
  await flushPromises()
  expect(queue.items.value).toEqual([])
})

it('被拒的请人打开处理，没有岗位的说明原因', async () => {
  answer = refuse(403, { code: 'FORBIDDEN', detail: '您的岗位不能办理这项操作' })
  const shown = mount(QQueue)
  queue.save('v1', '冠县虚构纺织有限公司', report)
  await flushPromises()
  expect(shown.text()).toContain('您的岗位不能办理这项操作')
  answer = refuse(409, { code: 'VISIT_CLOSED', detail: '已不能修改' })
  await queue.flush({ atOnce: true })
  await flushPromises()
  expect(shown.text()).toContain('1 条走访没有送成，请打开处理')
  queue.discard('v1')
  await flushPromises()
  expect(shown.text()).toBe('')
})

it('服务器说多少秒后再来，手机就等多少秒', async () => {
  vi.useFakeTimers()
  let asked = 0
  answer = ({ success }: Sent) => {
    asked += 1
    success(asked === 1 ? { statusCode: 503, data: '{"code":"BUSY"}', header: { 'Retry-After': '90' } } : { statusCode: 200, data: '{}' })
  }
  queue.save('v9', '冠县虚构纺织有限公司', report)
  await vi.advanceTimersByTimeAsync(89_000)
  expect(asked).toBe(1)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked).toBe(2)
  expect(queue.items.value).toEqual([])
  vi.useRealTimers()
})

it('手机存储满了：说清楚请人清理，不是只说没有网', async () => {
  answer = refuse(500, { code: 'internal' })
  const shown = mount(QQueue)
  queue.save('v7', '冠县虚构纺织有限公司', report)
  const keep = uni.setStorageSync
  uni.setStorageSync = () => {
    throw new Error('exceed storage max size')
  }
  await queue.flush({ atOnce: true })
  await flushPromises()
  expect(shown.text()).toMatch(/1 条走访没有送完。手机存储空间不够.*请清理手机存储/)
  uni.setStorageSync = keep
  queue.discard('v7')
})
