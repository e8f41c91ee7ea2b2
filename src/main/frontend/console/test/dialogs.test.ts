import { OfflineError } from '@qihang/api-client'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ReturnDialog from '@/areas/certificates/ReturnDialog.vue'
import OneTimePassword from '@/areas/people/OneTimePassword.vue'
import { nextActions } from '@/areas/tickets/actions'
import TicketActionDialog from '@/areas/tickets/TicketActionDialog.vue'
import { api } from '@/shell/api'

vi.mock('@/shell/api', () => ({ api: { get: vi.fn(), post: vi.fn() }, sessionLost: vi.fn() }))

const get = vi.mocked(api.get as unknown as (path: string) => Promise<unknown>)
const post = vi.mocked(api.post as unknown as (path: string, options: unknown) => Promise<unknown>)
const county = { roles: ['COUNTY_OFFICER'], offices: [] as string[] }
const handler = { roles: ['HANDLER'], offices: ['fgj'] }

const body = () => document.body.textContent ?? ''
const button = (name: string) => [...document.querySelectorAll('button')].find((it) => it.textContent?.trim() === name) as HTMLButtonElement

async function fill(label: string, value: string) {
  const field = document.querySelector(`textarea[aria-label="${label}"], input[aria-label="${label}"]`) as HTMLInputElement
  field.value = value
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}

beforeEach(() => {
  get.mockReset()
  post.mockReset()
})

afterEach(() => {
  document.body.innerHTML = ''
})

describe('办理一步', () => {
  const actionOf = (code: string, status: 'DISPATCHED' | 'HANDLING' | 'ANSWERED', me: typeof county) =>
    nextActions({ status, office: 'fgj', refusableUntil: '2099-01-01T18:00:00+08:00', steps: [{ kind: 'CONFIRM', running: true, overdue: true }] }, me).find((it) => it.code === code)

  it('没有写原因不送出，说明要写什么', async () => {
    mount(TicketActionDialog, { attachTo: document.body, props: { ticket: 't1', action: actionOf('reminder', 'HANDLING', county) } })
    await flushPromises()
    button('催办').click()
    await flushPromises()
    await vi.waitFor(() => expect(body()).toContain('请填写催办内容'))
    expect(post).not.toHaveBeenCalled()
    await fill('催办内容', '请今天受理')
    post.mockRejectedValueOnce(new OfflineError()).mockResolvedValue(undefined)
    button('催办').click()
    await vi.waitFor(() => expect(body()).toContain('网络不通'))
    button('催办').click()
    await flushPromises()
    const key = expect.stringMatching(/^[0-9a-f-]{36}$/)
    expect(post).toHaveBeenCalledTimes(2)
    expect(post).toHaveBeenCalledWith('/api/v1/desk/tickets/{ticket}/reminder', { path: { ticket: 't1' }, key, body: { text: '请今天受理' } })
    // 没有收到回答再按一次，是同一件事
    expect(post.mock.calls[1]).toEqual(post.mock.calls[0])
  })

  it('退回要选理由、写明建议单位', async () => {
    get.mockResolvedValue([])
    mount(TicketActionDialog, { attachTo: document.body, props: { ticket: 't1', action: actionOf('return', 'DISPATCHED', handler) } })
    await flushPromises()
    button('退回').click()
    await flushPromises()
    await vi.waitFor(() => {
      expect(body()).toContain('请选择退回理由')
      expect(body()).toContain('请选择建议由哪个单位办理')
      expect(body()).toContain('请填写为什么不属本单位职责')
    })
    expect(post).not.toHaveBeenCalled()
  })

  it('办结答复要写佐证', async () => {
    mount(TicketActionDialog, { attachTo: document.body, props: { ticket: 't1', action: actionOf('answer', 'HANDLING', handler) } })
    await flushPromises()
    await fill('办理结果', '已增容')
    button('办结答复').click()
    await flushPromises()
    await vi.waitFor(() => expect(body()).toContain('请写明佐证'))
    expect(post).not.toHaveBeenCalled()
    await fill('佐证', '（虚构）供电方案 1 号')
    await vi.waitFor(() => expect(body()).not.toContain('请写明佐证'))
  })

  it('附件没有传完就关掉的，下次打开照样能办', async () => {
    post.mockImplementation(() => new Promise(() => {}))
    const answer = actionOf('answer', 'HANDLING', handler)
    const dialog = mount(TicketActionDialog, { attachTo: document.body, props: { ticket: 't1', action: answer } })
    await flushPromises()
    const input = document.querySelector('input[type=file]') as HTMLInputElement
    Object.defineProperty(input, 'files', { value: [new File(['x'], '现场.png', { type: 'image/png' })] })
    input.dispatchEvent(new Event('change'))
    await flushPromises()
    expect(button('办结答复').disabled).toBe(true)
    await dialog.setProps({ action: undefined })
    await flushPromises()
    await dialog.setProps({ action: answer })
    await flushPromises()
    expect(button('办结答复').disabled).toBe(false)
  })

  it('上一张表的分派建议后到，不出现在这一张里', async () => {
    let late = (_: unknown) => {}
    get.mockImplementation((path: string) => (path.endsWith('/dispatch-advice') ? new Promise((done) => (late = done)) : Promise.resolve([])))
    const dispatch = nextActions({ status: 'COLLECTED', office: null, steps: [] }, county)[0]
    const dialog = mount(TicketActionDialog, { attachTo: document.body, props: { ticket: 't1', action: dispatch } })
    await flushPromises()
    await dialog.setProps({ action: actionOf('reminder', 'HANDLING', county) })
    await flushPromises()
    late({ list: '职责清单', offices: [{ office: 'fgj', officeName: '县发展和改革局', reason: '供电', basis: '第一条' }], experience: [] })
    await flushPromises()
    expect(body()).not.toContain('职责清单建议')
  })

  it('不能撤回的再确认一次', async () => {
    mount(TicketActionDialog, { attachTo: document.body, props: { ticket: 't1', action: actionOf('unanswered', 'ANSWERED', county) } })
    await flushPromises()
    await fill('怎样联系过企业', '三次电话无人接听')
    post.mockResolvedValue(undefined)
    button('按未回应销号').click()
    await flushPromises()
    expect(post).not.toHaveBeenCalled()
    button('确定按未回应销号').click()
    await flushPromises()
    expect(post).toHaveBeenCalledTimes(1)
  })
})

describe('退回证书', () => {
  it('选“其他”的要写明', async () => {
    get.mockResolvedValue([
      { code: 'UNREADABLE', name: '影像不清' },
      { code: 'OTHER', name: '其他' },
    ])
    const dialog = mount(ReturnDialog, { attachTo: document.body, props: { id: 'c1', version: 3 } })
    await flushPromises()
    const other = [...document.querySelectorAll('input[type=radio]')].at(-1) as HTMLInputElement
    other.click()
    await flushPromises()
    button('退回').click()
    await flushPromises()
    await vi.waitFor(() => expect(body()).toContain('请写明要企业怎么改'))
    await fill('说明', '请补盖章页')
    post.mockResolvedValue(undefined)
    button('退回').click()
    await flushPromises()
    expect(post).toHaveBeenCalledWith('/api/v1/desk/certificates/{certificate}/return', {
      path: { certificate: 'c1' },
      body: { seenVersion: 3, reason: 'OTHER', note: '请补盖章页' },
    })
    expect(dialog.emitted('done')).toHaveLength(1)
  })
})

describe('初始密码', () => {
  it('写明只显示这一次', async () => {
    mount(OneTimePassword, { attachTo: document.body, props: { made: { id: 'a', loginName: 'xugou', initialPassword: 'Abc#12345x' } } })
    await flushPromises()
    expect(body()).toContain('只显示这一次')
    expect(body()).toContain('Abc#12345x')
  })
})
