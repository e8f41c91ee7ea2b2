import { ApiError } from '@qihang/api-client'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import ConfirmReason from '@/shared/ConfirmReason.vue'
import ListBody from '@/shared/ListBody.vue'
import ProblemBox from '@/shared/ProblemBox.vue'
import WorkbookImport from '@/shared/WorkbookImport.vue'
import * as transfer from '@/shared/transfer'
import { mountAt } from './helpers'

afterEach(() => {
  vi.restoreAllMocks()
  document.body.innerHTML = ''
})

describe('ConfirmReason', () => {
  const open = (act: (reason: string) => Promise<unknown>, more = {}) =>
    mount(ConfirmReason, { attachTo: document.body, props: { modelValue: true, title: '撤回政策', action: '撤回', reason: '撤回原因', act, ...more } })
  const dialog = () => document.querySelector<HTMLElement>('[role=dialog]')!
  const submit = () => dialog().querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))

  it('没有写原因不办', async () => {
    const act = vi.fn()
    open(act)
    await flushPromises()
    submit()
    await vi.waitFor(() => expect(dialog().textContent).toContain('请填写撤回原因'))
    expect(act).not.toHaveBeenCalled()
  })

  it('写了原因就办，办成了关上', async () => {
    const act = vi.fn().mockResolvedValue(undefined)
    const wrapper = open(act)
    await flushPromises()
    const text = dialog().querySelector('textarea')!
    text.value = ' 标准有误 '
    text.dispatchEvent(new Event('input'))
    submit()
    await flushPromises()
    expect(act).toHaveBeenCalledWith('标准有误')
    expect(wrapper.emitted('update:modelValue')).toEqual([[false]])
    expect(wrapper.emitted('done')).toHaveLength(1)
  })

  it('被拒绝的留着，说明原因', async () => {
    const wrapper = open(vi.fn().mockRejectedValue(new ApiError({ status: 409, code: 'X', detail: '这份政策已经撤回' })), { optional: true })
    await flushPromises()
    submit()
    await flushPromises()
    expect(dialog().textContent).toContain('这份政策已经撤回')
    expect(wrapper.emitted('done')).toBeUndefined()
  })

  it('不问原因的，填写不对也说得出来', async () => {
    const refused = new ApiError({ status: 400, code: 'INVALID_FIELDS', detail: '有内容填写不对', errors: [{ field: 'effectiveFrom', message: '不能晚于今天' }] })
    open(vi.fn().mockRejectedValue(refused), { reason: undefined })
    await flushPromises()
    submit()
    await flushPromises()
    expect(dialog().textContent).toContain('有内容填写不对')
    expect(dialog().textContent).toContain('不能晚于今天')
  })
})

describe('ProblemBox', () => {
  const box = (problem: unknown) => mount(ProblemBox, { props: { problem, onRetry: () => {} } })

  it('再试有用的才给再试', () => {
    expect(box(new Error('网络不通')).find('button').exists()).toBe(true)
    expect(box(new ApiError({ status: 503, code: 'unreadable' })).find('button').exists()).toBe(true)
    expect(box(new ApiError({ status: 404, code: 'NOT_FOUND', detail: '没有这家企业' })).find('button').exists()).toBe(false)
  })
})

describe('ListBody', () => {
  const list = { items: [{ id: '1', name: '甲' }, { id: '2', name: '乙' }], next: 'k', after: undefined, loading: false, problem: undefined, narrowed: false, reload: vi.fn(), clear: vi.fn(), forward: vi.fn(), back: vi.fn() }
  const props = {
    caption: '企业',
    columns: [{ key: 'name', label: '名称', text: (it: { name: string }) => it.name }],
    rowKey: (it: { id: string }) => it.id,
    opens: (it: { id: string }) => ({ path: `/firms/${it.id}` }),
    empty: '还没有企业。',
  }
  const show = (more: object) => mountAt(ListBody as never, '/list', '/list', { props: { ...props, list: { ...list, ...more } } } as never)

  it('回车打开一行，上下键换行', async () => {
    const { wrapper, router } = await show({})
    const rows = wrapper.findAll('tbody tr')
    ;(rows[0].element as HTMLElement).focus()
    await rows[0].trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement).toBe(rows[1].element)
    await rows[1].trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(router.currentRoute.value.path).toBe('/firms/2')
  })

  it('空的说明怎么回事', async () => {
    expect((await show({ items: [], next: undefined })).wrapper.text()).toContain('还没有企业。')
    expect((await show({ items: [], next: undefined, narrowed: true })).wrapper.text()).toContain('没有符合条件的')
  })

  it('读不到的可以再试', async () => {
    const { wrapper } = await show({ items: [], problem: new Error('网络不通') })
    await wrapper.find('button').trigger('click')
    expect(list.reload).toHaveBeenCalled()
  })
})

describe('WorkbookImport', () => {
  const file = new File(['x'], '名录.xlsx')
  async function check(report: object) {
    const upload = vi.spyOn(transfer, 'upload').mockResolvedValue(report)
    const wrapper = mount(WorkbookImport as never, { props: { url: (mode: string) => `/import?mode=${mode}`, hint: '', summary: (it: { rows: number }) => `${it.rows} 行` } } as never)
    const input = wrapper.find('input[type=file]')
    Object.defineProperty(input.element, 'files', { value: [file] })
    await input.trigger('change')
    await flushPromises()
    return { wrapper, upload }
  }

  it('有不对的行，一行一行说，不能导入', async () => {
    const { wrapper, upload } = await check({ rows: 3, errorCount: 1, errors: [{ row: 2, column: '企业名称', reason: '没有填写' }] })
    expect(wrapper.text()).toContain('第 2 行')
    expect(wrapper.text()).not.toContain('确认导入')
    expect(upload).toHaveBeenCalledTimes(1)
  })

  it('正在检查时换了日期，只认后一次检查的', async () => {
    let late = (_: unknown) => {}
    const upload = vi.spyOn(transfer, 'upload').mockReturnValueOnce(new Promise((done) => (late = done))).mockResolvedValue({ rows: 5, errorCount: 0 })
    const wrapper = mount(WorkbookImport as never, { props: { url: (mode: string) => mode, hint: '', summary: (it: { rows: number }) => `${it.rows} 行` } } as never)
    const input = wrapper.find('input[type=file]')
    Object.defineProperty(input.element, 'files', { value: [file] })
    await input.trigger('change')
    ;(wrapper.vm as unknown as { check: () => void }).check()
    await flushPromises()
    late({ rows: 3, errorCount: 0 })
    await flushPromises()
    expect(upload).toHaveBeenCalledTimes(2)
    expect(wrapper.text()).toContain('还没有导入：5 行')
  })

  it('检查通过，确认以后才导入', async () => {
    const { wrapper, upload } = await check({ rows: 3, errorCount: 0, errors: [] })
    expect(wrapper.text()).toContain('还没有导入：3 行')
    await wrapper.findAll('button').at(-1)!.trigger('click')
    await flushPromises()
    expect(upload.mock.calls.map((it) => it[0])).toEqual(['/import?mode=dry-run', '/import?mode=apply'])
    expect(wrapper.text()).toContain('已导入：3 行')
    expect(wrapper.emitted('done')).toHaveLength(1)
  })
})
