import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import ContactsPage from '@/areas/tickets/ContactsPage.vue'
import { api } from '@/shell/api'
import { session } from '@/shell/session'
import { mountAt } from './helpers'

vi.mock('@/shell/api', () => ({ api: { get: vi.fn(), post: vi.fn() }, sessionLost: vi.fn() }))

const get = vi.mocked(api.get as unknown as (path: string) => Promise<unknown>)
const post = vi.mocked(api.post as unknown as (path: string, options: unknown) => Promise<unknown>)

enableAutoUnmount(afterEach)
afterEach(() => {
  document.body.innerHTML = ''
  session.me = undefined
})

it('只改一位，另一位照现在的不动；清空的改成没有设置', async () => {
  session.me = { id: 'me', name: '虚构', county: '371525', countyName: '冠县', roles: ['COUNTY_OFFICER'], units: [], offices: [], mustChangePassword: false }
  get.mockResolvedValue([{ office: 'fgj', officeName: '县发展和改革局', headName: '虚构甲', headLogin: 'fgj-head', leaderName: '虚构乙', leaderLogin: 'leader-1' }])
  post.mockResolvedValue(undefined)
  await mountAt(ContactsPage, '/contacts')
  const button = (name: string) => [...document.querySelectorAll('button')].find((it) => it.textContent?.trim() === name)
  const field = (label: string) => document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)!
  const write = async (label: string, value: string) => {
    field(label).value = value
    field(label).dispatchEvent(new Event('input'))
    await flushPromises()
  }
  button('设置')?.click()
  await flushPromises()
  expect([field('负责人的登录名').value, field('分管领导的登录名').value]).toEqual(['fgj-head', 'leader-1'])
  await write('负责人的登录名', 'fgj-new')
  button('保存')?.click()
  await flushPromises()
  expect(post).toHaveBeenLastCalledWith('/api/v1/desk/escalation-contacts', { body: { office: 'fgj', head: 'fgj-new', leader: 'leader-1' } })
  button('设置')?.click()
  await flushPromises()
  await write('分管领导的登录名', '')
  button('保存')?.click()
  await flushPromises()
  expect(post).toHaveBeenLastCalledWith('/api/v1/desk/escalation-contacts', { body: { office: 'fgj', head: 'fgj-head', leader: undefined } })
})
