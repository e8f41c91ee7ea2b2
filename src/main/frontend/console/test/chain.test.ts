import { OfflineError } from '@qihang/api-client'
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ChainPage from '@/areas/audit/ChainPage.vue'
import { api } from '@/shell/api'
import { mountAt } from './helpers'

vi.mock('@/shell/api', () => ({ api: { get: vi.fn() }, sessionLost: vi.fn() }))

const get = vi.mocked(api.get as unknown as (path: string, options: unknown) => Promise<unknown>)
const CHAIN = '/api/v1/desk/audit/chain'
const slice = (sealed: number, more: boolean, rest = {}) => ({ sealed, head: `h${sealed}`, firstBad: null, finding: null, more, length: 50_000, ...rest })

const text = () => document.body.textContent ?? ''
const press = async (name: string) => {
  const found = [...document.querySelectorAll('button')].find((it) => it.textContent?.trim() === name)
  if (!found) throw new Error(`没有按钮“${name}”`)
  found.click()
  await flushPromises()
}
const bar = () => document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')

/** An answer that comes when the test says so. */
function later() {
  let answer = (_: unknown) => {}
  get.mockReturnValueOnce(new Promise((done) => (answer = done)))
  return async (value: unknown) => {
    answer(value)
    await flushPromises()
  }
}

enableAutoUnmount(afterEach)
beforeEach(() => get.mockReset())
afterEach(() => {
  document.body.innerHTML = ''
})

describe('核对审计链', () => {
  it('一段一段核对到底，看得到核对到哪里', async () => {
    const [first, second] = [later(), later()]
    get.mockResolvedValueOnce(slice(50_003, false, { length: 50_003 }))
    await mountAt(ChainPage, '/audit/chain')
    await press('开始核对')
    await first(slice(20_000, true))
    expect([bar(), text().includes('已核对 20,000 条，共 50,000 条')]).toEqual(['40', true])
    expect(text()).not.toContain('完好')
    await second(slice(40_000, true))
    expect(get.mock.calls.map(([, options]) => options)).toEqual([
      { query: {} },
      { query: { fromSeq: 20_000, fromChain: 'h20000' } },
      { query: { fromSeq: 40_000, fromChain: 'h40000' } },
    ])
    expect(text()).toContain('完好：50,003 条记录逐条核对')
    expect(text()).toContain('链值 h50003')
  })

  it('停得下来，不说成完好，接着核对从停的地方起', async () => {
    const first = later()
    await mountAt(ChainPage, '/audit/chain')
    await press('开始核对')
    await press('停下')
    await first(slice(20_000, true))
    expect(get).toHaveBeenCalledTimes(1)
    expect(text()).toContain('还没有核对完：到第 20,000 条为止完好，后面的还没有核对')
    expect(text()).not.toContain('这次的检查点')
    get.mockResolvedValueOnce(slice(50_000, false))
    await press('接着核对')
    expect(get).toHaveBeenLastCalledWith(CHAIN, { query: { fromSeq: 20_000, fromChain: 'h20000' } })
    expect(text()).toContain('完好：50,000 条')
  })

  it('中途网络不通的，再试从断的地方起', async () => {
    get.mockResolvedValueOnce(slice(20_000, true)).mockRejectedValueOnce(new OfflineError()).mockResolvedValueOnce(slice(50_000, false))
    await mountAt(ChainPage, '/audit/chain')
    await press('开始核对')
    expect(text()).toContain('网络不通')
    await press('再试一次')
    expect(get).toHaveBeenLastCalledWith(CHAIN, { query: { fromSeq: 20_000, fromChain: 'h20000' } })
    expect(text()).toContain('完好：50,000 条')
  })

  it('哪一段有异常，指出来就停', async () => {
    get.mockResolvedValueOnce(slice(20_000, true)).mockResolvedValueOnce(slice(30_000, false, { firstBad: 30_001, finding: '记录被改动' }))
    await mountAt(ChainPage, '/audit/chain')
    await press('开始核对')
    expect(get).toHaveBeenCalledTimes(2)
    expect(text()).toContain('有异常：第 30001 条，记录被改动')
  })

  it('离开这一页就不再问', async () => {
    const first = later()
    const { wrapper } = await mountAt(ChainPage, '/audit/chain')
    await press('开始核对')
    wrapper.unmount()
    await first(slice(20_000, true))
    expect(get).toHaveBeenCalledTimes(1)
  })
})
