import { afterEach, describe, expect, it, vi } from 'vitest'
import { nextActions, type Situation, type StepLike, type TicketStatus, waitingFor } from '@/areas/tickets/actions'
import type { UploadForm } from '@qihang/api-client'
import { refusalOf, typeOf, upload } from '@/areas/tickets/upload'
import { byStage, byTime, totalOf, urgencyOf, urgencyOfCard } from '@/areas/tickets/urgency'

const county = { roles: ['COUNTY_OFFICER'], offices: [] }
const handler = { roles: ['HANDLER'], offices: ['fgj'] }
const other = { roles: ['HANDLER'], offices: ['rsj'] }
const leader = { roles: ['LEADER'], offices: [] }

const at = (status: TicketStatus, steps: StepLike[] = [], office: string | null = 'fgj'): Situation => ({ status, office, steps })
const codes = (ticket: Situation, me: { roles: string[]; offices: string[] }) => nextActions(ticket, me).map((it) => it.code)

describe('诉求的下一步', () => {
  it('台账单位按状态办理', () => {
    expect(codes(at('COLLECTED', [], null), county)).toEqual(['dispatch'])
    expect(codes(at('HANDLING'), county)).toEqual(['dispatch', 'reminder', 'assist'])
    expect(codes({ ...at('HANDLING'), bound: true }, county)).toEqual(['reminder', 'assist'])
    expect(codes(at('FINAL_REVIEW'), county)).toEqual(['reminder'])
    expect(codes(at('SUSPENSION_ASKED'), county)).toEqual(['suspension', 'suspension-refusal', 'reminder', 'assist'])
    expect(codes(at('SUSPENDED'), county)).toEqual(['resumption', 'suspension'])
    expect(codes(at('OUTCOME_PROPOSED'), county)).toEqual(['outcome-confirmation', 'outcome-refusal', 'reminder'])
    expect(codes(at('CLOSED'), county)).toEqual(['reopening'])
  })

  it('承办单位只办分派给自己的', () => {
    const until = { ...at('DISPATCHED'), refusableUntil: '2099-01-01T18:00:00+08:00' }
    expect(codes(until, handler)).toEqual(['acceptance', 'return', 'assist'])
    expect(codes({ ...until, refusableUntil: '2020-01-01T18:00:00+08:00' }, handler)).toEqual(['acceptance', 'assist'])
    expect(codes({ ...until, bound: true, refusableUntil: null }, handler)).toEqual(['acceptance', 'assist'])
    expect(codes(at('FINAL_REVIEW'), handler)).toEqual(['ruling'])
    expect(codes(at('DISPATCHED'), other)).toEqual([])
    expect(codes(at('SUSPENDED'), handler)).toEqual(['progress', 'resumption', 'handler'])
    for (const status of ['ANSWERED', 'SUSPENSION_ASKED', 'OUTCOME_PROPOSED'] as const) expect(codes(at(status), handler)).toEqual(['handler'])
    expect(nextActions(at('HANDLING'), handler).find((it) => it.code === 'outcome-proposal')?.outcomes?.map((it) => it.value)).toEqual(['EXPLAINED', 'UNREACHABLE', 'NOT_OURS'])
  })

  it('申请延期只在办结期限过前、没有延期过、没有待决定的时候', () => {
    const solve = { kind: 'SOLVE', running: true, overdue: false, complex: false }
    expect(codes(at('HANDLING', [solve]), handler)).toContain('extension-request')
    expect(codes(at('HANDLING', [{ ...solve, complex: true }]), handler)).not.toContain('extension-request')
    expect(codes(at('HANDLING', [{ ...solve, overdue: true }]), handler)).not.toContain('extension-request')
    expect(codes(at('HANDLING', [{ ...solve, overdue: true }, solve]), handler)).toContain('extension-request')
    expect(codes({ ...at('HANDLING', [solve]), extensionAsked: true }, handler)).not.toContain('extension-request')
  })

  it('延期由台账单位决定，申请过才有', () => {
    expect(codes({ ...at('HANDLING'), extensionAsked: true }, county)).toEqual(['extension', 'extension-refusal', 'dispatch', 'reminder', 'assist'])
    expect(codes({ ...at('DISPATCHED'), extensionAsked: true }, county)).toEqual(['extension', 'extension-refusal', 'dispatch', 'reminder', 'assist'])
    expect(codes({ ...at('PAUSED'), extensionAsked: true }, county)).toEqual(['extension', 'extension-refusal', 'pause-end', 'reminder', 'assist'])
    expect(codes({ ...at('HANDLING'), extensionAsked: true }, handler)).not.toContain('extension')
  })

  it('没有超期才能暂停计时，暂停了先恢复', () => {
    const solve = { kind: 'SOLVE', running: true, overdue: false }
    expect(codes(at('HANDLING', [solve]), handler)).toContain('pause')
    expect(codes(at('HANDLING', [{ ...solve, overdue: true }]), handler)).not.toContain('pause')
    expect(codes(at('PAUSED', [solve]), handler)).toEqual(['pause-end', 'progress', 'assist', 'handler'])
  })

  it('企业确认期满才能按未回应销号', () => {
    const confirm = { kind: 'CONFIRM', running: true, overdue: false }
    expect(codes(at('ANSWERED', [confirm]), county)).toEqual([])
    expect(codes(at('ANSWERED', [{ ...confirm, overdue: true }]), county)).toEqual(['unanswered'])
  })

  it('看得到的领导什么也不能办，只说明在等谁', () => {
    for (const status of ['COLLECTED', 'DISPATCHED', 'FINAL_REVIEW', 'HANDLING', 'PAUSED', 'SUSPENSION_ASKED', 'ANSWERED', 'SUSPENDED', 'CLOSED'] as const) {
      expect(codes(at(status), leader)).toEqual([])
      expect(waitingFor(at(status))).toMatch(/。$/)
    }
  })

  it('协办单位只办自己那一份，主办单位可以撤回还没办结的', () => {
    const assists = [
      { no: 3, office: 'rsj', officeName: '县人社局', state: 'ASKED' },
      { no: 4, office: 'czj', officeName: '县财政局', state: 'DONE' },
    ]
    const ticket = { ...at('HANDLING'), assists }
    expect(codes(ticket, other)).toEqual(['assist-acceptance', 'assist-result'])
    expect(codes({ ...ticket, assists: [{ ...assists[0]!, state: 'ACCEPTED' }] }, other)).toEqual(['assist-result'])
    expect(nextActions(ticket, handler).filter((it) => it.code === 'assist-withdrawal').map((it) => [it.label, it.assist])).toEqual([['撤回县人社局的协办', 3]])
    expect(codes({ ...ticket, status: 'CLOSED' }, other)).toEqual([])
  })

  it('两种身份都能办的只列一次', () => {
    const both = { roles: ['COUNTY_OFFICER', 'HANDLER'], offices: ['fgj'] }
    expect(codes(at('SUSPENDED'), both)).toEqual(['progress', 'resumption', 'handler', 'suspension'])
  })
})

describe('剩余时间', () => {
  const now = Date.parse('2026-11-28T09:00:00+08:00')

  it.each([
    ['2026-11-27T18:00:00+08:00', 'overdue', '已超期 1 天'],
    ['2026-11-28T08:00:00+08:00', 'overdue', '今天已超期'],
    ['2026-11-28T18:00:00+08:00', 'today', '今天到期'],
    ['2026-11-29T01:00:00+08:00', 'soon', '明天到期'],
    ['2026-12-01T18:00:00+08:00', 'soon', '还剩 3 天'],
    ['2026-12-05T18:00:00+08:00', 'week', '还剩 7 天'],
    ['2026-12-06T18:00:00+08:00', 'later', '还剩 8 天'],
  ])('%s 是 %s', (due, level, text) => {
    expect(urgencyOf(due, now)).toEqual({ level, text })
  })

  it('企业确认期过了不算谁超期', () => {
    const card = { status: 'ANSWERED', nextDueAt: '2026-11-20T18:00:00+08:00' }
    expect(urgencyOfCard(card, now)).toEqual({ level: 'today', text: '确认期已满' })
  })

  it('一段的总数另数，企业确认期过了不算超期', () => {
    const counts = [
      { stage: '持续跟踪', status: 'ANSWERED', tickets: 5, overdue: 3 },
      { stage: '持续跟踪', status: 'SUSPENDED', tickets: 2, overdue: 1 },
    ]
    expect(totalOf('持续跟踪', counts)).toEqual({ tickets: 7, overdue: 1 })
    expect(totalOf('问题收集', counts)).toBeUndefined()
  })

  it('看板每件只在一列', () => {
    const cards = [
      { stage: '问题收集', status: 'COLLECTED', nextDueAt: '2026-11-27T18:00:00+08:00' },
      { stage: '限时办理', status: 'HANDLING', nextDueAt: '2026-12-30T18:00:00+08:00' },
      { stage: '销号管理', status: 'CLOSED', nextDueAt: null },
    ]
    expect(byStage(cards).map((it) => it.cards.length)).toEqual([1, 1, 0, 1])
    expect(byTime(cards, now).map((it) => it.cards.length)).toEqual([1, 0, 0, 0, 1])
  })
})

describe('选文件', () => {
  it('按扩展名认类型，不收别的', () => {
    expect(typeOf('来件.PDF')).toBe('application/pdf')
    expect(typeOf('照片.JPEG')).toBe('image/jpeg')
    expect(refusalOf({ name: '说明.docx', size: 10 })).toContain('只收')
  })

  it('太大、空的当场说', () => {
    const mb = 1024 * 1024
    expect(refusalOf({ name: '照片.jpg', size: 10 * mb + 1 })).toContain('10 MB')
    expect(refusalOf({ name: '扫描.pdf', size: 20 * mb })).toBeUndefined()
    expect(refusalOf({ name: '照片.png', size: 0 })).toContain('空的')
  })
})

describe('直接传到文件服务', () => {
  afterEach(() => vi.unstubAllGlobals())

  const form = { file: '01a20000-0000-7000-8000-00000000000f', url: 'https://files.example.com/qihang', fields: { key: 'k' }, expiresAt: '' } as UploadForm
  const picture = new File(['x'], '现场.png', { type: 'image/png' })

  /** 一个来源开不开放跨域的文件服务，和记下收到几次的普通传法。 */
  function store(open: boolean) {
    const heard: Record<string, (event?: object) => void> = {}
    class Sending {
      upload = { addEventListener: (_: string, report: (event: object) => void) => (heard.progress = report as never) }
      open() {}
      addEventListener(name: string, act: () => void) {
        heard[name] = act
      }
      send() {
        if (!open) return heard.error()
        heard.progress({ lengthComputable: true, loaded: 1, total: 4 })
        heard.load()
      }
    }
    const plain = vi.fn((url: string) => Promise.resolve(new Response(url.startsWith('https') ? null : '{}', { status: 200 })))
    vi.stubGlobal('XMLHttpRequest', Sending)
    vi.stubGlobal('fetch', plain)
    return () => plain.mock.calls.filter(([url]) => url === form.url).length
  }

  it('看得到传了几成，传完再检查', async () => {
    const plainly = store(true)
    const shares: number[] = []
    expect(await upload(picture, () => Promise.resolve(form), (it) => shares.push(it))).toBe(form.file)
    expect(shares).toEqual([0.25, 1])
    expect(plainly()).toBe(0)
  })

  it('提交检查的键跟着文件走，重传的是另一件', async () => {
    store(true)
    await upload(picture, () => Promise.resolve(form), () => {})
    const [, asked] = vi.mocked(fetch).mock.calls.at(-1)!
    expect((asked as { headers: Record<string, string> }).headers['Idempotency-Key']).toBe(form.file)
  })

  it('文件服务没有开放跨域的，照样传得上去，只是没有进度', async () => {
    const plainly = store(false)
    const shares: number[] = []
    await upload(picture, () => Promise.resolve(form), (it) => shares.push(it))
    expect(shares).toEqual([1])
    expect(plainly()).toBe(1)
  })
})
