import { ApiError } from '@qihang/api-client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RouteLocationNormalized } from 'vue-router'
import { api, sessionLost } from '@/shell/api'
import { admit, navigation } from '@/shell/router'
import { borrow, forget, session, signedIn } from '@/shell/session'

const county = { id: '1', name: '演示', county: '371525', countyName: '冠县', roles: ['COUNTY_OFFICER'], units: [], offices: [], mustChangePassword: false }
const to = (fullPath: string, meta = {}) => ({ fullPath, name: 'any', meta: { title: '页', ...meta } }) as unknown as RouteLocationNormalized

describe('进入页面', () => {
  afterEach(() => {
    vi.restoreAllMocks()
    forget()
  })

  it('没有登录的去登录，登录后回到要看的页面', async () => {
    expect(await admit(to('/plan/2026?asOf=2026-11-01'))).toEqual({ name: 'sign-in', query: { next: '/plan/2026?asOf=2026-11-01' } })
  })

  it('别的标签页登录着的，不用再登录', async () => {
    const other = new BroadcastChannel('qihang.session')
    other.onmessage = () => other.postMessage({ kind: 'lend', token: 'lent' })
    vi.spyOn(api, 'get').mockResolvedValue(county as never)
    expect(await admit(to('/reviews'))).toBe(true)
    expect(session.token).toBe('lent')
    other.close()
  })

  it('登录着的不看登录页', async () => {
    signedIn('token')
    const page = { ...to('/sign-in?next=/reviews', { open: true }), name: 'sign-in', query: { next: '/reviews' } }
    expect(await admit(page as never)).toBe('/reviews')
  })

  it('失效的会话别的标签页借来也不要', async () => {
    const other = new BroadcastChannel('qihang.session')
    other.onmessage = () => other.postMessage({ kind: 'lend', token: 'dead' })
    expect(await borrow('dead')).toBe(false)
    other.close()
  })

  it('几个请求一起失效，只处理一次，不把失效的会话借回来', async () => {
    const other = new BroadcastChannel('qihang.session')
    other.onmessage = () => other.postMessage({ kind: 'lend', token: 'dead' })
    signedIn('dead')
    sessionLost()
    sessionLost()
    await new Promise((done) => setTimeout(done, 300))
    expect(session.token).toBeUndefined()
    other.close()
  })

  it('在别的标签页退出的，这里也退出', async () => {
    signedIn('token')
    const other = new BroadcastChannel('qihang.session')
    other.postMessage({ kind: 'left' })
    await vi.waitFor(() => expect(session.token).toBeUndefined())
    other.close()
  })

  it('会话失效的去登录', async () => {
    signedIn('old')
    vi.spyOn(api, 'get').mockRejectedValue(new ApiError({ status: 401, code: 'SIGN_IN_NEEDED' }))
    expect(await admit(to('/reviews'))).toEqual({ name: 'sign-in', query: { next: '/reviews' } })
  })

  it('连不上服务的说明，不当作没有登录', async () => {
    signedIn('token')
    vi.spyOn(api, 'get').mockRejectedValue(new ApiError({ status: 503, code: 'unreadable' }))
    expect(await admit(to('/reviews'))).toEqual({ name: 'unreachable', query: { next: '/reviews' } })
  })

  it('初始密码先改', async () => {
    signedIn('token')
    vi.spyOn(api, 'get').mockResolvedValue({ ...county, mustChangePassword: true } as never)
    expect(await admit(to('/reviews'))).toEqual({ name: 'password', query: { next: '/reviews' } })
  })

  it('岗位不够的不进', async () => {
    signedIn('token')
    vi.spyOn(api, 'get').mockResolvedValue(county as never)
    expect(await admit(to('/audit', { roles: ['AUDIT_ADMIN'] }))).toEqual({ name: 'forbidden', query: { page: '页' } })
    expect(await admit(to('/reviews', { roles: ['COUNTY_OFFICER'] }))).toBe(true)
  })

  it('导航只列岗位能用的', () => {
    session.me = { ...county, roles: ['TOWNSHIP_OFFICER'] } as never
    const page = { template: '' }
    const groups = navigation([
      { path: '/b', component: page, meta: { title: '乙', nav: { group: '企业', order: 2 }, roles: ['TOWNSHIP_OFFICER'] } },
      { path: '/a', component: page, meta: { title: '甲', nav: { group: '企业', order: 1 } } },
      { path: '/x', component: page, meta: { title: '丙', nav: { group: '管理', order: 1 }, roles: ['AUDIT_ADMIN'] } },
      { path: '/a/:id', component: page, meta: { title: '丁' } },
    ])
    expect(groups).toEqual([{ name: '企业', entries: [{ to: '/a', title: '甲' }, { to: '/b', title: '乙' }] }])
  })
})
