import { onHide, onUnload } from '@dcloudio/uni-app'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { useDraft } from '@/draft'
import { kept } from '@/store'

vi.mock('@dcloudio/uni-app', () => ({ onHide: vi.fn(), onUnload: vi.fn() }))

beforeEach(() => {
  vi.clearAllMocks()
  vi.useFakeTimers()
})

const blank = () => ({ title: '', files: [] as string[] })

describe('草稿', () => {
  it('写一会儿就存，再打开带出来，幂等键不变', async () => {
    const first = useDraft('x', blank)
    expect(first.restored).toBe(false)
    first.form.title = '电不够用'
    await nextTick()
    vi.advanceTimersByTime(300)
    const second = useDraft('x', blank)
    expect(second.restored).toBe(true)
    expect(second.form.title).toBe('电不够用')
    expect(second.key()).toBe(first.key())
  })

  it.each([
    ['切到后台', onHide],
    ['离开页面', onUnload],
  ])('%s时马上存', async (_, hook) => {
    const { form } = useDraft('x', blank)
    form.files.push('f')
    await nextTick()
    await vi.mocked(hook).mock.calls[0][0]()
    expect(useDraft('x', blank).form.files).toEqual(['f'])
  })

  it('没有写过的不留草稿', async () => {
    useDraft('x', blank)
    await vi.mocked(onUnload).mock.calls[0][0]()
    expect(kept('draft.x')).toBeUndefined()
  })

  it('提交成功后没有草稿，下一次是新的幂等键', async () => {
    const draft = useDraft('x', blank)
    const key = draft.key()
    draft.form.title = '电不够用'
    await nextTick()
    draft.done()
    await vi.mocked(onUnload).mock.calls[0][0]()
    expect(useDraft('x', blank).restored).toBe(false)
    expect(draft.key()).not.toBe(key)
  })

  it('清空重写', async () => {
    const draft = useDraft('x', blank)
    draft.form.title = '电不够用'
    await nextTick()
    vi.advanceTimersByTime(300)
    draft.discard()
    expect(draft.form.title).toBe('')
    await nextTick()
    vi.advanceTimersByTime(300)
    expect(useDraft('x', blank).restored).toBe(false)
  })
})
