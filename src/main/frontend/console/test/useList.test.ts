import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { useList } from '@/shared/useList'
import { mountAt } from './helpers'

const load = vi.fn()
const arrived = vi.fn()
const Listing = defineComponent({
  setup() {
    return { list: useList({ name: 'sample', filters: { unit: '', text: '' }, load, arrived }) }
  },
  template: '<p>{{ list.items.length }}</p>',
})

const open = (address: string) => mountAt(Listing, '/list', address)

describe('useList', () => {
  beforeEach(() => {
    localStorage.clear()
    load.mockReset()
    arrived.mockReset()
    load.mockResolvedValue({ items: [{ id: 'a' }], next: 'k1' })
  })

  it('按地址里的条件和位置读', async () => {
    await open('/list?unit=371525001&after=k0')
    expect(load).toHaveBeenCalledTimes(1)
    expect(load).toHaveBeenCalledWith({ unit: '371525001', text: '' }, { after: 'k0', limit: 20 })
  })

  it('条件写进地址，下次打开还在', async () => {
    const first = await open('/list')
    first.wrapper.vm.list.filters.text = '纺织'
    await first.wrapper.vm.list.search()
    await flushPromises()
    expect(first.router.currentRoute.value.query).toEqual({ text: '纺织' })

    const again = await open('/list')
    expect(again.router.currentRoute.value.query).toEqual({ text: '纺织' })
    expect(load).toHaveBeenLastCalledWith({ unit: '', text: '纺织' }, { after: undefined, limit: 20 })
  })

  it('翻页写进地址，改条件回到第一页', async () => {
    const { wrapper, router } = await open('/list')
    await wrapper.vm.list.forward()
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ after: 'k1' })
    wrapper.vm.list.filters.unit = '371525002'
    await wrapper.vm.list.search()
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ unit: '371525002' })
  })

  it('清除条件之后不再记着', async () => {
    const { wrapper } = await open('/list?text=纺织')
    await wrapper.vm.list.clear()
    await flushPromises()
    const again = await open('/list')
    expect(again.router.currentRoute.value.query).toEqual({})
  })

  it('读不到时留下错误，再试能好', async () => {
    load.mockRejectedValueOnce(new Error('网络不通'))
    const { wrapper } = await open('/list')
    expect(wrapper.vm.list.problem).toEqual(new Error('网络不通'))
    await wrapper.vm.list.reload()
    expect(wrapper.vm.list.problem).toBeUndefined()
    expect(wrapper.text()).toBe('1')
  })

  it('先问的后到，不盖掉后问的', async () => {
    let late = (_: unknown) => {}
    load.mockReturnValueOnce(new Promise((done) => (late = done)))
    const { wrapper } = await open('/list')
    await wrapper.vm.list.reload()
    late({ items: [], next: null })
    await flushPromises()
    expect(wrapper.text()).toBe('1')
    expect(arrived.mock.calls.map(([page]) => page.next)).toEqual(['k1'])
  })
})
