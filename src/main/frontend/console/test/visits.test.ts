import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ActingPage from '@/areas/visits/ActingPage.vue'
import PlansPage from '@/areas/visits/PlansPage.vue'
import { today } from '@/shared/format'
import { api } from '@/shell/api'
import { session } from '@/shell/session'
import { mountAt } from './helpers'

vi.mock('@/shell/api', () => ({ api: { get: vi.fn(), post: vi.fn() }, sessionLost: vi.fn() }))

const get = vi.mocked(api.get as unknown as (path: string) => Promise<unknown>)
const post = vi.mocked(api.post as unknown as (path: string, options: unknown) => Promise<unknown>)
const others = [{ path: '/enterprises/:enterprise', name: 'enterprise', component: { template: '<p />' }, meta: { title: '企业' } }]

const text = () => document.body.textContent ?? ''
const press = async (name: string) => {
  const found = [...document.querySelectorAll('button')].filter((it) => it.textContent?.trim() === name)
  found.at(-1)?.click()
  await flushPromises()
}

function answers(path: string, items: unknown[]) {
  get.mockImplementation((asked: string) => Promise.resolve(asked === path ? { items, next: null } : asked.endsWith('units') ? [] : { items: [], next: null }))
  post.mockResolvedValue(undefined)
}

enableAutoUnmount(afterEach)

beforeEach(() => {
  localStorage.clear()
  get.mockReset()
  post.mockReset()
  session.me = { id: 'me', name: '虚构', county: '371525', countyName: '冠县', roles: ['COUNTY_OFFICER'], units: [], offices: [], mustChangePassword: false }
})

afterEach(() => {
  document.body.innerHTML = ''
  session.me = undefined
})

describe('不能恢复的先问一声', () => {
  it('走访的取消，说清楚是哪一次', async () => {
    const plan = {
      id: 'p1', enterprise: 'e1', enterpriseName: '冠县虚构木业有限公司', unit: '371525001', unitName: '清泉街道', on: today(), firstOn: today(),
      department: '县工业和信息化局', planner: '虚构', purpose: '看技改进度', joint: true, own: true, cancelled: false, postponedAt: null, postponedNote: null, near: [],
    }
    answers('/api/v1/desk/visit-plans', [plan])
    await mountAt(PlansPage, '/visit-plans', '/visit-plans', {}, others)
    await press('取消')
    expect(post).not.toHaveBeenCalled()
    await vi.waitFor(() => expect(text()).toMatch(/县工业和信息化局去冠县虚构木业有限公司（和别的部门一起去的）：看技改进度。取消以后企业会收到消息；不能恢复/))
    await press('不取消')
    expect(post).not.toHaveBeenCalled()
    await press('取消')
    await press('取消这次走访')
    expect(post.mock.calls).toEqual([['/api/v1/desk/visit-plans/{plan}/cancellation', { path: { plan: 'p1' } }]])
  })

  it('正在代的班，说清楚从今天起看不到什么', async () => {
    const acting = { id: 'a1', absentName: '虚构甲', actingName: '虚构乙', unitName: null, startsOn: '2026-01-05', endsOn: '2099-01-09', reason: '学习', now: true }
    answers('/api/v1/desk/acting-commissioners', [acting])
    await mountAt(ActingPage, '/acting')
    await press('今天起不代了')
    expect(post).not.toHaveBeenCalled()
    await vi.waitFor(() => expect(text()).toMatch(/虚构乙代虚构甲.*今天起虚构乙就看不到他帮包的企业.*不能恢复/))
    await press('结束代班')
    expect(post).toHaveBeenCalledTimes(1)
    expect(post.mock.calls[0]).toMatchObject(['/api/v1/desk/acting-commissioners/{acting}/end', { path: { acting: 'a1' } }])
  })
})
