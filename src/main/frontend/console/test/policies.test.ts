import { ApiError, OfflineError } from '@qihang/api-client'
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import PolicyEditor from '@/areas/policies/PolicyEditor.vue'
import { useKeeping } from '@/areas/policies/useKeeping'
import { contentOf, emptyDraft } from '@/areas/policies/view'
import { api } from '@/shell/api'
import { session } from '@/shell/session'
import { mountAt } from './helpers'

vi.mock('@/shell/api', () => ({ api: { get: vi.fn(), post: vi.fn(), put: vi.fn() }, sessionLost: vi.fn() }))

// 编辑页四周的部分，这里用不到
vi.mock('@/areas/policies/AudienceForm.vue', () => ({ default: { template: '<p />' } }))
vi.mock('@/areas/policies/AudiencePanel.vue', () => ({ default: { template: '<p />', methods: { reload: async () => {} } } }))
vi.mock('@/areas/policies/PhonePreview.vue', () => ({ default: { template: '<p />' } }))

type Sent = { key?: string; body: { seenVersion?: number; text?: string; content?: { text: string } } }
const get = vi.mocked(api.get as unknown as (path: string) => Promise<unknown>)
const post = vi.mocked(api.post as unknown as (path: string, options: Sent) => Promise<unknown>)
const put = vi.mocked(api.put as unknown as (path: string, options: Sent) => Promise<unknown>)

const overtaken = () => new ApiError({ status: 409, code: 'DRAFT_CHANGED', detail: '您打开以后，这份草稿有别人改过。' })
const text = () => document.body.textContent ?? ''
const button = (name: string) => [...document.querySelectorAll('button')].filter((it) => it.textContent?.trim() === name).at(-1)

enableAutoUnmount(afterEach)

beforeEach(() => {
  for (const it of [get, post, put]) it.mockReset()
  session.me = { id: 'me', name: '虚构', county: '371525', countyName: '冠县', roles: ['COUNTY_OFFICER'], units: [], offices: [], mustChangePassword: false }
})

afterEach(() => {
  document.body.innerHTML = ''
  session.me = undefined
})

describe('草稿的保存', () => {
  const of = (words: string) => contentOf({ ...emptyDraft('县局'), particulars: { kind: 'NOTICE', shortTitle: '补助' }, text: words })
  const opened = (policy?: string, seen = 0) => {
    const id = ref(policy)
    const version = ref(seen)
    return { id, version, ...useKeeping({ id, version, region: () => '371525', made: () => {} }) }
  }
  const versions = () => put.mock.calls.map(([, { body }]) => [body.seenVersion, body.text])

  it('每次从上一次保存的版本起', async () => {
    put.mockResolvedValueOnce({ version: 5 }).mockResolvedValueOnce({ version: 6 })
    const { keep, version } = opened('p1', 4)
    await keep(of('甲'))
    await keep(of('乙'))
    expect(versions()).toEqual([[4, '甲'], [5, '乙']])
    expect(version.value).toBe(6)
  })

  it('没有收到回答的，先照原样再送一次，不当成别人改的', async () => {
    put.mockRejectedValueOnce(new OfflineError()).mockResolvedValueOnce({ version: 5 }).mockResolvedValueOnce({ version: 6 })
    const { keep } = opened('p1', 4)
    await expect(keep(of('甲'))).rejects.toThrow('网络不通')
    await keep(of('乙'))
    expect(versions()).toEqual([[4, '甲'], [4, '甲'], [5, '乙']])
  })

  it('新草稿没有收到回答的，同一个键再送，不会成两份', async () => {
    post.mockRejectedValueOnce(new OfflineError()).mockResolvedValueOnce({ id: 'p1' })
    put.mockResolvedValue({ version: 1 })
    const { keep, id } = opened()
    await expect(keep(of('甲'))).rejects.toThrow('网络不通')
    await keep(of('乙'))
    expect(post.mock.calls.map(([, { body }]) => body.content?.text)).toEqual(['甲', '甲'])
    expect(post.mock.calls[0]?.[1].key).toMatch(/^[0-9a-f-]{36}$/)
    expect(post.mock.calls[1]).toEqual(post.mock.calls[0])
    expect(id.value).toBe('p1')
    expect(versions()).toEqual([[0, '乙']])
  })

  it('服务器说不行的，不再照原样送', async () => {
    put.mockRejectedValueOnce(new ApiError({ status: 400, code: 'TEXT_HAS_MARKUP', detail: '请去掉网页代码' })).mockResolvedValueOnce({ version: 5 })
    const { keep } = opened('p1', 4)
    await expect(keep(of('<b>'))).rejects.toThrow('请去掉网页代码')
    await keep(of('乙'))
    expect(versions()).toEqual([[4, '<b>'], [4, '乙']])
  })
})

describe('两个人改同一份草稿', () => {
  const kept = (words: string, version: number) => ({
    policy: { status: 'DRAFT' },
    particulars: { kind: 'NOTICE', shortTitle: '补助' },
    audience: { regions: [], industries: [], condition: null, cases: [] },
    text: words,
    signing: null,
    version,
  })

  it('不盖掉别人的，说清楚没有保存、怎么办；换成现在的以后接着改', async () => {
    let now = kept('原来的正文', 3)
    get.mockImplementation(async (path) => {
      if (path === '/api/v1/desk/policies/{policy}') return now
      if (path.endsWith('/fact-terms')) return { facts: [], units: [] }
      if (path.endsWith('/statutory-notices')) return { used: 0, most: null }
      if (path.endsWith('/preview')) return undefined
      return []
    })
    await mountAt(PolicyEditor, '/policies/:policy/edit', '/policies/p1/edit', {}, [{ path: '/x/:policy', name: 'policy-edit', component: { template: '<p />' }, meta: { title: '起草' } }])
    const field = () => document.querySelector('textarea[aria-label="正文"]') as HTMLTextAreaElement
    const write = async (words: string) => {
      field().value = words
      field().dispatchEvent(new Event('input'))
      await flushPromises()
    }
    expect(field().value).toBe('原来的正文')
    put.mockRejectedValueOnce(overtaken())
    await write('我写的')
    await vi.waitFor(() => expect(text()).toContain('这份草稿有别人改过'), 4000)
    expect(put.mock.calls[0]?.[1].body.seenVersion).toBe(3)
    await write('我接着写的')
    expect(text()).toContain('还没有保存')
    expect(document.querySelector('a[target=_blank]')?.textContent).toBe('在新窗口看现在的草稿')
    expect(field().value).toBe('我接着写的')

    now = kept('别人写的', 4)
    button('换成现在的草稿，放弃我改的')?.click()
    await flushPromises()
    button('放弃我改的')?.click()
    await vi.waitFor(() => expect(field()?.value).toBe('别人写的'))
    expect(text()).not.toContain('这份草稿有别人改过')
    expect(put).toHaveBeenCalledTimes(1)

    put.mockResolvedValueOnce({ version: 5 })
    await write('别人写的，我补一句')
    await vi.waitFor(() => expect(put).toHaveBeenCalledTimes(2), 4000)
    expect(put.mock.calls[1]?.[1].body).toMatchObject({ seenVersion: 4, text: '别人写的，我补一句' })
  }, 40_000)
})
