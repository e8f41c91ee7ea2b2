import { ApiError } from '@qihang/api-client'
import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, nextTick, reactive } from 'vue'
import { usePreview } from '@/areas/calendar/usePreview'
import { useAsk } from '@/shared/useAsk'
import { useForm } from '@/shared/useForm'
import { useMembers } from '@/shared/useMembers'

/** A promise that is answered when the test says so. */
function later<T>() {
  let answer = (_: T) => {}
  const promise = new Promise<T>((done) => (answer = done))
  return { promise, answer }
}

const within = <T>(setup: () => T): T => {
  let made: T | undefined
  mount(defineComponent({ setup: () => ((made = setup()), {}), template: '<p />' }))
  return made as T
}

describe('useAsk', () => {
  it('先问的后到，不盖掉后问的', async () => {
    const first = later<string>()
    const load = vi.fn().mockReturnValueOnce(first.promise).mockResolvedValue('十一月')
    const { value, loading, reload } = within(() => useAsk<string>(load))
    await reload()
    first.answer('十月')
    await flushPromises()
    expect([value.value, loading.value]).toEqual(['十一月', false])
  })
})

describe('useForm', () => {
  it('再打开的不留上次的错误', async () => {
    const form = useForm({ check: () => ({}), send: () => Promise.reject(new Error('网络不通')), done: () => {} })
    await form.submit()
    expect(form.problem.value).toEqual(new Error('网络不通'))
    form.reset()
    expect(form.problem.value).toBeUndefined()
  })

  it('补好了的不再说它不对，没有提交过的不说', async () => {
    const draft = reactive({ name: '' })
    const form = useForm({ check: (): Record<string, string> => (draft.name ? {} : { name: '请填写名称' }), send: () => Promise.resolve(), done: () => {} })
    expect(form.fields.value).toEqual({})
    await form.submit()
    expect(form.fields.value).toEqual({ name: '请填写名称' })
    draft.name = '甲厂'
    expect(form.fields.value).toEqual({})
  })

  it('服务器说过的，这里查出错以后不再留着', async () => {
    let missing = ''
    const form = useForm({
      check: (): Record<string, string> => (missing ? { name: missing } : {}),
      send: () => Promise.reject(new ApiError({ status: 409, code: 'X', detail: '已有同名的' })),
      done: () => {},
    })
    await form.submit()
    missing = '请填写名称'
    await form.submit()
    expect([form.problem.value, form.fields.value]).toEqual([undefined, { name: '请填写名称' }])
  })
})

describe('名单', () => {
  const page = (...names: string[]) => ({ items: names.map((name) => ({ id: name, name })), next: null })

  it('先点开的数后到，不混进后点开的', async () => {
    const slow = later<ReturnType<typeof page>>()
    const load = vi.fn().mockReturnValueOnce(slow.promise).mockResolvedValue(page('乙厂'))
    const names = useMembers<{ title: string }, { id: string; name: string }>(load)
    void names.open({ title: '退回' })
    await names.open({ title: '重新立项' })
    slow.answer(page('甲厂'))
    await flushPromises()
    expect(names.members.value.map((it) => it.name)).toEqual(['乙厂'])
  })

  it('读不到的可以再读，已读到的留着', async () => {
    const load = vi.fn().mockResolvedValueOnce({ ...page('甲厂'), next: 'k' }).mockRejectedValueOnce(new Error('网络不通')).mockResolvedValue(page('乙厂'))
    const names = useMembers<{ title: string }, { id: string; name: string }>(load)
    await names.open({ title: '退回' })
    await names.more()
    expect(names.problem.value).toEqual(new Error('网络不通'))
    await names.more()
    expect([names.members.value.map((it) => it.name), names.problem.value]).toEqual([['甲厂', '乙厂'], undefined])
    expect(load).toHaveBeenLastCalledWith({ title: '退回' }, 'k')
  })
})

describe('先看影响、再登记', () => {
  const effect = { days: [], movedCount: 0, moved: [], complete: true }

  function open(preview: () => Promise<typeof effect>) {
    const form = reactive({ reason: '暴雪' })
    const enter = vi.fn().mockResolvedValue(undefined)
    const entered = vi.fn()
    return { form, enter, entered, ...within(() => usePreview({ form, check: () => ({}), preview, enter, entered })) }
  }

  it('看过了才登记，改了内容要重新看', async () => {
    const preview = vi.fn().mockResolvedValue(effect)
    const { form, enter, entered, dialog } = open(preview)
    await dialog.submit()
    form.reason = '大风'
    await nextTick()
    await dialog.submit()
    expect(enter).not.toHaveBeenCalled()
    await dialog.submit()
    expect([preview.mock.calls.length, enter.mock.calls.length, entered.mock.calls.length]).toEqual([2, 1, 1])
  })

  it('正在看的时候改了内容，看到的不算', async () => {
    const slow = later<typeof effect>()
    const shown = open(() => slow.promise)
    const asked = shown.dialog.submit()
    shown.form.reason = '大风'
    await nextTick()
    slow.answer(effect)
    await asked
    expect(shown.effect.value).toBeUndefined()
  })
})
