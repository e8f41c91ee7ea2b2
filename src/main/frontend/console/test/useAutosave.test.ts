import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { useAutosave } from '@/areas/policies/useAutosave'

const save = vi.fn()
const Editor = defineComponent({ setup: () => ({ autosave: useAutosave(save, 1000) }), template: '<p>{{ autosave.state.value }}</p>' })

describe('useAutosave', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    save.mockReset().mockResolvedValue(undefined)
  })
  afterEach(() => vi.useRealTimers())

  it('停下来才保存，一次', async () => {
    const { autosave } = mount(Editor).vm
    autosave.changed()
    await vi.advanceTimersByTimeAsync(900)
    autosave.changed()
    await vi.advanceTimersByTimeAsync(900)
    expect(save).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(100)
    expect(save).toHaveBeenCalledTimes(1)
    expect(autosave.state.value).toBe('saved')
  })

  it('保存的时候又改了，完了再保存一次，不同时保存', async () => {
    let done = () => {}
    save.mockReturnValueOnce(new Promise<void>((resolve) => (done = resolve)))
    const { autosave } = mount(Editor).vm
    void autosave.flush()
    autosave.changed()
    await vi.advanceTimersByTimeAsync(1000)
    expect(save).toHaveBeenCalledTimes(1)
    done()
    await flushPromises()
    expect(save).toHaveBeenCalledTimes(2)
  })

  it('保存的时候又改了，没有存上之前不说已保存', async () => {
    let done = () => {}
    save.mockReturnValueOnce(new Promise<void>((resolve) => (done = resolve)))
    const { autosave } = mount(Editor).vm
    void autosave.flush()
    autosave.changed()
    done()
    await flushPromises()
    expect(autosave.state.value).toBe('waiting')
    await autosave.flush()
    expect([save.mock.calls.length, autosave.state.value]).toEqual([2, 'saved'])
  })

  it('没有存上的，关窗口之前问一声', async () => {
    const { autosave } = mount(Editor).vm
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true })
      window.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(leave()).toBe(false)
    autosave.changed()
    expect(leave()).toBe(true)
    await autosave.flush()
    expect(leave()).toBe(false)
  })

  it('没有保存成的说出来，再试能好', async () => {
    save.mockRejectedValueOnce(new Error('网络不通'))
    const { autosave } = mount(Editor).vm
    await autosave.flush()
    expect([autosave.state.value, autosave.problem.value]).toEqual(['failed', new Error('网络不通')])
    await autosave.flush()
    expect([autosave.state.value, autosave.problem.value]).toEqual(['saved', undefined])
  })
})
