import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import QStory from '@/components/q-story.vue'

const DUE = '2026-12-01T18:00:00+08:00'

function story(status: string, change: object = {}) {
  return {
    card: { title: '厂区频繁停电', number: 'GX-2026-000001', category: '用工用能', origin: '企业提交', receivedAt: '2026-11-20T09:00:00+08:00', status, statusName: '待企业确认', stage: '持续跟踪', officeName: '县发展和改革局', outcome: null },
    content: '本月停电五次（虚构）',
    reopened: 0,
    assists: [],
    held: [],
    steps: [{ kind: 'CONFIRM', name: '企业确认', dueAt: DUE, metAt: null, running: true, overdue: false, provisional: true, explanation: '收到当日不计，从次一工作日起算。' }],
    hops: [
      { seq: 1, action: 'RAISE', actionName: '提出诉求', statusName: '待分派', party: '企业', officeName: '县工业和信息化局', at: '2026-11-20T09:00:00+08:00', text: '企业提交诉求。', evidence: null, files: [] },
      { seq: 2, action: 'ANSWER', actionName: '办结答复', statusName: '待企业确认', party: '承办单位', officeName: '县发展和改革局', at: '2026-11-24T09:00:00+08:00', text: '已增容。', evidence: '供电方案答复单', files: [{ id: 'f1', name: '答复单.pdf', contentType: 'application/pdf', size: 2048, sentAt: '2026-11-24T09:00:00+08:00' }] },
    ],
    ...change,
  } as never
}

it('说下一步该谁、期限；最近的经过在前，写明单位和佐证', () => {
  const shown = mount(QStory, { props: { ticket: story('ANSWERED'), ours: true, link: vi.fn() } })
  expect(shown.find('.q-story__next').text()).toContain('请您在 12月1日 18:00 前确认是否解决')
  expect(shown.find('.q-story__next').text()).toContain('期限 12月1日 18:00')
  expect(shown.findAll('.q-story__what').map((it) => it.text())).toEqual(['办结答复', '提出诉求'])
  expect(shown.findAll('.q-story__hop')[0].text()).toContain('承办单位（县发展和改革局）')
  expect(shown.findAll('.q-story__hop')[0].text()).toContain('佐证：供电方案答复单')
  expect(shown.text()).toContain('这一天可能变动')
})

it('期限为什么是这一天，点开才说', async () => {
  const shown = mount(QStory, { props: { ticket: story('ANSWERED'), link: vi.fn() } })
  expect(shown.text()).not.toContain('收到当日不计')
  await shown.find('.q-story__why').trigger('click')
  expect(shown.text()).toContain('收到当日不计')
  expect(shown.find('.q-story__why').attributes('aria-expanded')).toBe('true')
})

it('销号的没有下一步，写明结果和重新立项次数', () => {
  const closed = story('CLOSED', { reopened: 1 }) as { card: object }
  const ticket = { ...closed, card: { ...closed.card, statusName: '已销号', outcome: '已解决' } } as never
  const shown = mount(QStory, { props: { ticket, link: vi.fn() } })
  expect(shown.find('.q-story__next').exists()).toBe(false)
  expect(shown.text()).toContain('已销号 · 已解决')
  expect(shown.text()).toContain('重新立项 1 次')
})

it('还没有通过审核的文字和附件，写明暂时谁看得到', () => {
  const told = '审核中，暂时只有您和办理人员看得到'
  const all = story('COLLECTED') as { hops: { files: object[] }[] }
  const [raise, answer] = all.hops
  const file = { ...answer.files[0], check: told }
  const shown = mount(QStory, { props: { ticket: { ...all, hops: [{ ...raise, check: told, files: [file] }, answer] } as never, link: vi.fn() } })
  expect(shown.findAll('.q-story__check').map((it) => it.text())).toEqual([told, told])
  expect(shown.findAll('.q-story__hop')[0].text()).not.toContain(told)
})

it('打不开文件说出原因，同时只开一个', async () => {
  let fail: (reason: unknown) => void = () => {}
  const link = vi.fn(() => new Promise<never>((_, reject) => (fail = reject)))
  const shown = mount(QStory, { props: { ticket: story('ANSWERED'), link } })
  await shown.find('.q-story__file').trigger('click')
  await shown.find('.q-story__file').trigger('click')
  expect(link).toHaveBeenCalledTimes(1)
  expect(shown.find('.q-story__file').text()).toContain('正在打开')
  fail(new (await import('@qihang/api-client')).OfflineError())
  await flushPromises()
  expect(uni.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '网络不通，请检查网络后重试' }))
  expect(shown.find('.q-story__file').text()).not.toContain('正在打开')
})
