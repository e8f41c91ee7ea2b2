import type { TrackStep } from '@qihang/api-client'
import { describe, expect, it } from 'vitest'
import { approverActions, assistOf, currentSteps, extensionText, handlerActions, latestFirst, maySendFiles, moved, nextStep, stateOf, statusText } from '../../src/ticket/story'

function step(kind: TrackStep['kind'], change: Partial<TrackStep> = {}): TrackStep {
  return { kind, name: kind, dueAt: '2026-12-01T18:00:00+08:00', metAt: null, running: true, overdue: false, provisional: false, explanation: '', ...change } as TrackStep
}

describe('下一步', () => {
  const at = (status: never, steps: TrackStep[]) => nextStep({ status, officeName: '县发展和改革局' }, steps)

  it('办理中：没答复的先答复，答复过的等办结', () => {
    const solve = step('SOLVE', { dueAt: '2026-12-20T18:00:00+08:00' })
    expect(at('HANDLING' as never, [step('REPLY'), solve])).toEqual({ who: '县发展和改革局', what: '答复怎么办、何时办', dueAt: '2026-12-01T18:00:00+08:00' })
    expect(at('HANDLING' as never, [step('REPLY', { metAt: '2026-11-30T10:00:00+08:00' }), solve])).toMatchObject({ what: '办完后写明结果', dueAt: '2026-12-20T18:00:00+08:00' })
  })

  it('答复过了该企业确认，期限是最近一次的', () => {
    const steps = [step('CONFIRM', { dueAt: '2026-11-01T18:00:00+08:00', metAt: '2026-10-30T18:00:00+08:00' }), step('CONFIRM')]
    expect(at('ANSWERED' as never, steps)).toEqual({ who: '企业', what: '确认是否解决', dueAt: '2026-12-01T18:00:00+08:00' })
  })

  it('销号了没有下一步', () => expect(at('CLOSED' as never, [])).toBeUndefined())

  it('暂停着：等企业的请企业补充，等别人的说等什么，都说最迟到哪天', () => {
    const pause = { reasonName: '等上级批复', waitsForEnterprise: false, note: '', since: '', until: '2026-12-10T18:00:00+08:00', running: true }
    const paused = (it: typeof pause) => nextStep({ status: 'PAUSED', officeName: '县发展和改革局' }, [step('SOLVE')], [it])
    expect(paused(pause)).toEqual({ who: '县发展和改革局', what: '等上级批复，计时暂停', dueAt: pause.until })
    expect(paused({ ...pause, waitsForEnterprise: true })).toEqual({ who: '企业', what: '补充承办单位在等的材料', dueAt: pause.until })
  })

  it.each(['COLLECTED', 'DISPATCHED', 'PAUSED', 'SUSPENSION_ASKED', 'OUTCOME_PROPOSED', 'SUSPENDED'])('%s 说得出该谁', (status) => {
    expect(at(status as never, [])?.who).toBeTruthy()
  })
})

it('期限：正在算的在前，同类的只留最近一次', () => {
  const shown = currentSteps([step('ACCEPT', { running: false, metAt: 'x' }), step('CONFIRM', { dueAt: 'old' }), step('SOLVE', { dueAt: '2027' }), step('CONFIRM')])
  expect(shown.map((it) => it.kind)).toEqual(['CONFIRM', 'SOLVE', 'ACCEPT'])
  expect(shown[0].dueAt).toBe('2026-12-01T18:00:00+08:00')
})

it('期限的结果用字说', () => {
  expect(stateOf(step('REPLY', { metAt: '2026-12-01T10:00:01Z' })).text).toBe('超期完成')
  expect(stateOf(step('REPLY', { metAt: '2026-12-01T10:00:00Z' })).text).toBe('按期完成')
  expect(stateOf(step('REPLY', { overdue: true })).text).toBe('已超期')
  expect(stateOf(step('REPLY')).text).toBe('正在计算')
  expect(stateOf(step('CONFIRM', { metAt: '2026-12-05T10:00:00Z' })).text).toBe('已回应')
  expect(stateOf(step('CONFIRM', { overdue: true })).text).toBe('期限已过')
  expect(stateOf(step('REPLY', { running: false })).text).toBe('不再计算')
})

it('承办单位能做的只有状态表里有的', () => {
  const owed = [{ kind: 'REPLY' as const, metAt: null }]
  const until = { refusableUntil: '2026-10-08T18:00:00+08:00' }
  expect(handlerActions('DISPATCHED', owed, until, Date.parse('2026-10-08T17:59:00+08:00'))).toEqual(['accept', 'return'])
  expect(handlerActions('DISPATCHED', owed, until, Date.parse('2026-10-08T18:01:00+08:00'))).toEqual(['accept'])
  expect(handlerActions('DISPATCHED', owed)).toEqual(['accept'])
  expect(handlerActions('HANDLING', owed)[0]).toBe('reply')
  expect(handlerActions('HANDLING', [{ kind: 'REPLY', metAt: 'x' }])[0]).toBe('answer')
  expect(handlerActions('SUSPENDED', [])).toEqual(['progress'])
  expect(handlerActions('PAUSED', owed)).toEqual(['resume', 'progress'])
  for (const status of ['COLLECTED', 'FINAL_REVIEW', 'SUSPENSION_ASKED', 'ANSWERED', 'CLOSED'] as const) expect(handlerActions(status, owed)).toEqual([])
})

it('暂停和延期只在办结期限之前，延期只申请一次', () => {
  const solve = { kind: 'SOLVE' as const, metAt: null, overdue: false, complex: false }
  expect(handlerActions('HANDLING', [solve])).toEqual(['answer', 'progress', 'reply', 'pause', 'extend'])
  expect(handlerActions('HANDLING', [solve], { extensionAsked: true })).not.toContain('extend')
  expect(handlerActions('HANDLING', [{ ...solve, complex: true }])).not.toContain('extend')
  expect(approverActions([{ decidedAt: '2026-11-22T09:00:00+08:00' }, { decidedAt: null }])).toEqual(['grant', 'refuse'])
  expect(approverActions([{ decidedAt: '2026-11-22T09:00:00+08:00' }])).toEqual([])
  expect(handlerActions('HANDLING', [{ ...solve, overdue: true }])).toEqual(['answer', 'progress', 'reply'])
})

it('延期申请说得出到了哪一步', () => {
  expect(extensionText({ granted: null, officeName: '县工业和信息化局' })).toBe('等县工业和信息化局决定')
  expect(extensionText({ granted: true, officeName: '县工业和信息化局' })).toBe('县工业和信息化局已同意')
  expect(extensionText({ granted: false, officeName: '县工业和信息化局' })).toBe('县工业和信息化局没有同意')
})

it('状态和结果说的是一回事的只说一次', () => {
  expect(statusText({ statusName: '已销号', outcome: '未回应' })).toBe('已销号 · 未回应')
  expect(statusText({ statusName: '挂账', outcome: '挂账' })).toBe('挂账')
  expect(statusText({ statusName: '办理中', outcome: null })).toBe('办理中')
})

it('销号以后不再补交', () => {
  expect(maySendFiles('SUSPENDED')).toBe(true)
  expect(maySendFiles('CLOSED')).toBe(false)
})

it('经过：最近的在前', () => expect(latestFirst([{ seq: 1 }, { seq: 3 }, { seq: 2 }]).map((it) => it.seq)).toEqual([3, 2, 1]))

it('看过之后又动过的', () => {
  const cards = [{ id: 'a', status: 'ANSWERED' as const }, { id: 'b', status: 'HANDLING' as const }, { id: 'c', status: 'CLOSED' as const }]
  expect([...moved(cards, { a: 'HANDLING', b: 'HANDLING' })]).toEqual(['a'])
})

it('协办单位只看到自己还欠着的那一份', () => {
  const assists = [
    { no: 3, office: 'rsj', state: 'DONE' as const, matter: '招工' },
    { no: 5, office: 'rsj', state: 'ASKED' as const, matter: '培训' },
    { no: 6, office: 'czj', state: 'ACCEPTED' as const, matter: '拨款' },
  ]
  expect(assistOf(assists, (office) => office === 'rsj')).toEqual({ no: 5, matter: '培训', actions: ['assist-accept', 'assist-finish'] })
  expect(assistOf(assists, (office) => office === 'czj')?.actions).toEqual(['assist-finish'])
  expect(assistOf(assists, (office) => office === 'gxj')).toBeUndefined()
})
