import { onPullDownRefresh, onReachBottom } from '@dcloudio/uni-app'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { OfflineError } from '@/api'
import { useLoad } from '@/use-load'
import { usePage, type Page } from '@/use-page'

vi.mock('@dcloudio/uni-app', () => ({ onPullDownRefresh: vi.fn(), onReachBottom: vi.fn(), onHide: vi.fn(), onUnload: vi.fn() }))

beforeEach(() => vi.clearAllMocks())

function later<T>() {
  let resolve!: (it: T) => void
  let reject!: (it: unknown) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

const pages: Record<string, Page<string>> = {
  '': { items: ['a', 'b'], next: 'b' },
  b: { items: ['c'], next: null },
}

describe('一页一页的列表', () => {
  it('取第一页，触底取下一页，取完为止', async () => {
    const load = vi.fn(async (after = '') => pages[after])
    const list = usePage(load)
    expect(list.loading.value).toBe(true)
    await list.reload()
    expect(list.items.value).toEqual(['a', 'b'])
    expect(list.done.value).toBe(false)
    await vi.mocked(onReachBottom).mock.calls[0][0]()
    expect(list.items.value).toEqual(['a', 'b', 'c'])
    expect(list.done.value).toBe(true)
    await list.more()
    expect(load).toHaveBeenCalledTimes(2)
  })

  it('一条也没有', async () => {
    const list = usePage(async () => ({ items: [], next: null }))
    expect(list.empty.value).toBe(false)
    await list.reload()
    expect(list.empty.value).toBe(true)
  })

  it('第一页取不到的说原因，再取就好', async () => {
    const load = vi.fn().mockRejectedValueOnce(new OfflineError()).mockResolvedValue(pages.b)
    const list = usePage<string>(load)
    await list.reload()
    expect(list.error.value).toBe('网络不通，请检查网络后重试')
    expect(list.empty.value).toBe(false)
    await list.reload()
    expect(list.error.value).toBe('')
    expect(list.items.value).toEqual(['c'])
  })

  it('下一页取不到的，已经有的不动', async () => {
    const list = usePage(async (after?: string) => {
      if (after) throw new OfflineError()
      return pages['']
    })
    await list.reload()
    await list.more()
    expect(list.items.value).toEqual(['a', 'b'])
    expect(list.moreError.value).toBe('网络不通，请检查网络后重试')
  })

  it('换了一类、第一页没有取到的，不把上一类的下一页接进来', async () => {
    const load = vi.fn().mockResolvedValueOnce(pages['']).mockRejectedValueOnce(new OfflineError()).mockResolvedValue(pages.b)
    const list = usePage<string>(load)
    await list.reload()
    list.items.value = []
    await list.reload()
    await list.more()
    expect(load).toHaveBeenCalledTimes(2)
    expect([list.items.value, list.error.value]).toEqual([[], '网络不通，请检查网络后重试'])
  })

  it('下拉刷新失败只提示，不盖掉内容', async () => {
    const load = vi.fn().mockResolvedValueOnce(pages['']).mockRejectedValue(new OfflineError())
    const list = usePage<string>(load)
    await list.reload()
    await vi.mocked(onPullDownRefresh).mock.calls[0][0]()
    expect(list.items.value).toEqual(['a', 'b'])
    expect(list.error.value).toBe('')
    expect(uni.showToast).toHaveBeenCalled()
    expect(uni.stopPullDownRefresh).toHaveBeenCalled()
  })

  it('后问的先答到，先问的不能盖掉它', async () => {
    const slow = later<Page<string>>()
    const load = vi.fn().mockReturnValueOnce(slow.promise).mockResolvedValue(pages.b)
    const list = usePage<string>(load)
    const first = list.reload()
    await list.reload()
    slow.resolve(pages[''])
    await first
    expect(list.items.value).toEqual(['c'])
  })
})

describe('取一样东西', () => {
  it('有了内容之后的失败只提示', async () => {
    const load = vi.fn().mockResolvedValueOnce('x').mockRejectedValue(new OfflineError())
    const { data, error, reload } = useLoad<string>(load)
    await reload()
    await reload()
    expect(data.value).toBe('x')
    expect(error.value).toBe('')
    expect(uni.showToast).toHaveBeenCalled()
  })

  it('第一次就失败的可以重试', async () => {
    const { data, error, loading, reload } = useLoad<string>(vi.fn().mockRejectedValueOnce(new OfflineError()).mockResolvedValue('x'))
    await reload()
    expect(error.value).not.toBe('')
    expect(loading.value).toBe(false)
    await reload()
    expect([data.value, error.value]).toEqual(['x', ''])
  })
})
