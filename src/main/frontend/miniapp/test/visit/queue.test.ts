import { ApiError, OfflineError, type VisitRequest } from '@qihang/api-client'
import { beforeEach, describe, expect, it } from 'vitest'
import { draftOf, draftOfSent, newVisit, reportOf } from '../../src/visit/draft'
import { UnusableFile } from '../../src/unusable-file'
import { createQueue, waitAfter, type Store, type VisitQueue, type WaitingPhoto } from '../../src/visit/queue'

const A = '0b6f5c1e-0000-4000-8000-00000000000a'
const B = '0b6f5c1e-0000-4000-8000-00000000000b'
const C = '0b6f5c1e-0000-4000-8000-00000000000c'

function report(revision = 1, said = '新线月底投产'): VisitRequest {
  return { revision, enterprise: 'e1', visitedAt: '2026-11-28T10:00:00+08:00', kind: 'ON_SITE', said }
}

const refused = (status: number, code: string, detail: string, retryAfter?: number) =>
  new ApiError({ status, code, detail, retryAfter, errors: [{ field: 'said', message: '请写谈了什么' }] })

/** 一部手机：存储在重启之后还在，服务器记住每条走访的最大稿次。 */
class Phone {
  readonly disk = new Map<string, string>()
  readonly server = new Map<string, VisitRequest>()
  readonly sent: string[] = []
  clock = 1_000_000
  signedOut = false
  timers: { at: number; work: () => void }[] = []
  answer: (clientId: string, report: VisitRequest) => Promise<void> | void = () => {}
  answerPhoto: (photo: WaitingPhoto) => Promise<void> | void = () => {}
  readonly dropped: string[] = []
  queue: VisitQueue

  readonly store: Store = {
    kept: (name) => (this.disk.has(name) ? JSON.parse(this.disk.get(name)!) : undefined),
    keep: (name, value) => Boolean(this.disk.set(name, JSON.stringify(value))),
    forget: (name) => void this.disk.delete(name),
    names: () => [...this.disk.keys()],
  }

  constructor() {
    this.queue = this.start()
  }

  start(): VisitQueue {
    this.timers = []
    return (this.queue = createQueue({
      store: this.store,
      signedOut: () => this.signedOut,
      now: () => this.clock,
      after: (ms, work) => {
        const timer = { at: this.clock + ms, work }
        this.timers.push(timer)
        return () => void (this.timers = this.timers.filter((it) => it !== timer))
      },
      send: async (clientId, sent) => {
        this.sent.push(`${clientId.slice(-1)}${sent.revision}`)
        await this.answer(clientId, sent)
        const known = this.server.get(clientId)
        if (!known || known.revision < sent.revision) this.server.set(clientId, sent)
      },
      sendPhoto: async (clientId, sent) => {
        this.sent.push(`${clientId.slice(-1)}:${sent.id}`)
        await this.answerPhoto(sent)
      },
      dropPhoto: ({ id }) => void this.dropped.push(id),
    }))
  }

  /** 到了下一个约定的时间 */
  async tick(): Promise<void> {
    const next = this.timers.sort((a, b) => a.at - b.at)[0]
    this.timers = this.timers.filter((it) => it !== next)
    this.clock = next.at
    next.work()
    await this.queue.flush()
  }
}

let phone: Phone
beforeEach(() => (phone = new Phone()))

const offline = () => {
  throw new OfflineError()
}

describe('没有网', () => {
  it('五条都留在本机、看得见，网络回来一次送完，服务器上不多不少', async () => {
    phone.answer = offline
    const ids = ['1', '2', '3', '4', '5'].map((it) => A.slice(0, -1) + it)
    for (const id of ids) phone.queue.save(id, '冠县虚构纺织有限公司', report())
    await phone.queue.flush()
    expect(phone.queue.waiting.value.map((it) => it.clientId)).toEqual(ids)
    phone.answer = () => {}
    await phone.queue.flush({ atOnce: true })
    expect(phone.queue.items.value).toEqual([])
    expect([...phone.server.keys()]).toEqual(ids)
  })

  it('第一条没有结果就不再试后面的，过一会儿自己再送，间隔加倍', async () => {
    phone.answer = offline
    phone.queue.save(A, '甲', report())
    phone.queue.save(B, '乙', report())
    await phone.queue.flush()
    expect(phone.sent).toEqual(['a1'])
    const before = phone.clock
    await phone.tick()
    expect(phone.clock - before).toBe(waitAfter(1))
    await phone.tick()
    expect(phone.clock - before).toBe(waitAfter(1) + waitAfter(2))
    phone.answer = () => {}
    await phone.tick()
    expect([...phone.server.keys()]).toEqual([A, B])
    expect(phone.timers).toEqual([])
  })

  it('间隔从几秒起逐次加倍，最长一小时', () => {
    expect([1, 2, 3, 30].map(waitAfter)).toEqual([4_000, 8_000, 16_000, 3_600_000])
  })
})

describe('断在中间', () => {
  it('送到了没收到回答：原样再送，服务器仍是一条', async () => {
    phone.answer = (id, sent) => {
      phone.server.set(id, sent)
      throw new OfflineError('connection cut')
    }
    phone.queue.save(A, '甲', report())
    await phone.queue.flush()
    phone.start()
    phone.answer = () => {}
    await phone.queue.flush()
    expect(phone.sent).toEqual(['a1', 'a1'])
    expect(phone.server.size).toBe(1)
    expect(phone.queue.items.value).toEqual([])
  })

  it('送的时候程序被关掉：重新打开还在，编号不变', async () => {
    phone.answer = () => new Promise(() => {})
    phone.queue.save(A, '甲', report())
    await Promise.resolve()
    expect(phone.queue.sendingId.value).toBe(A)
    phone.start()
    expect(phone.queue.waiting.value.map((it) => it.clientId)).toEqual([A])
    phone.answer = () => {}
    await phone.queue.flush()
    expect(phone.sent).toEqual(['a1', 'a1'])
    expect(phone.queue.items.value).toEqual([])
  })
})

describe('稿次', () => {
  it('送第一稿时又改了：第一稿送到不移走第二稿，接着送第二稿', async () => {
    let acknowledge = () => {}
    phone.answer = () => new Promise((done) => (acknowledge = done))
    phone.queue.save(A, '甲', report(1))
    await Promise.resolve()
    phone.queue.save(A, '甲', report(2, '改过的内容'))
    phone.answer = () => {}
    acknowledge()
    await phone.queue.flush()
    expect(phone.sent).toEqual(['a1', 'a2'])
    expect(phone.server.get(A)?.said).toBe('改过的内容')
    expect(phone.queue.items.value).toEqual([])
  })

  it('第一稿被拒时已有第二稿：第二稿不带上第一稿的原因', async () => {
    let refuse: (reason: unknown) => void = () => {}
    phone.answer = () => new Promise((_, fail) => (refuse = fail))
    phone.queue.save(A, '甲', report(1))
    await Promise.resolve()
    phone.queue.save(A, '甲', report(2))
    phone.answer = () => {}
    refuse(refused(400, 'invalid', '请检查'))
    await phone.queue.flush()
    expect(phone.sent).toEqual(['a1', 'a2'])
    expect(phone.queue.items.value).toEqual([])
  })

  it('旧页面存的旧稿盖不掉新稿', () => {
    phone.answer = offline
    phone.queue.save(A, '甲', report(2))
    expect(() => phone.queue.save(A, '甲', report(2, '另一页'))).toThrow('在别处又改过')
    expect(phone.queue.find(A)?.report.said).toBe('新线月底投产')
  })
})

it('两个页面同时送，只送一遍', async () => {
  let acknowledge = () => {}
  phone.answer = () => new Promise((done) => (acknowledge = done))
  phone.queue.save(A, '甲', report())
  await Promise.resolve()
  const both = Promise.all([phone.queue.flush(), phone.queue.flush({ atOnce: true })])
  acknowledge()
  await both
  expect(phone.sent).toEqual(['a1'])
})

describe('服务器的回答', () => {
  it('被拒的留着原因、跳过它继续送，改好再送', async () => {
    phone.answer = (id) => {
      if (id === A) throw refused(400, 'VISIT_PROMISE_DUE', '承诺“联系技校”的期限早于走访当天，请改后再发送。')
    }
    phone.queue.save(A, '甲', report())
    phone.queue.save(B, '乙', report())
    await phone.queue.flush()
    expect([...phone.server.keys()]).toEqual([B])
    expect(phone.queue.refused.value[0].refusal).toEqual({
      code: 'VISIT_PROMISE_DUE',
      reason: '承诺“联系技校”的期限早于走访当天，请改后再发送。',
      fields: { said: '请写谈了什么' },
    })
    await phone.queue.flush({ atOnce: true })
    expect(phone.sent).toEqual(['a1', 'b1'])
    phone.answer = () => {}
    phone.queue.save(A, '甲', report(2))
    await phone.queue.flush()
    expect(phone.queue.items.value).toEqual([])
  })

  it.each([
    [404, 'NOT_FOUND'],
    [409, 'VISIT_CLOSED'],
    [409, 'VISIT_REVISION_TAKEN'],
    [409, 'VISIT_OF_ANOTHER_ENTERPRISE'],
  ])('%i %s 停送，等人决定', async (status, code) => {
    phone.answer = () => {
      throw refused(status, code, '对不上')
    }
    phone.queue.save(A, '甲', report())
    await phone.queue.flush()
    expect(phone.queue.refused.value.map((it) => it.refusal?.code)).toEqual([code])
    expect(phone.timers).toEqual([])
  })

  it('500 和 CHANGED_MEANWHILE 只影响这一条，过一会儿原样再送', async () => {
    const failures = [refused(500, 'internal', '出错了'), refused(409, 'CHANGED_MEANWHILE', '请再试')]
    phone.answer = (id) => {
      const failure = id === A ? failures.shift() : undefined
      if (failure) throw failure
    }
    phone.queue.save(A, '甲', report())
    phone.queue.save(B, '乙', report())
    await phone.queue.flush()
    expect([...phone.server.keys()]).toEqual([B])
    await phone.tick()
    await phone.tick()
    expect(phone.sent).toEqual(['a1', 'b1', 'a1', 'a1'])
    expect(phone.queue.items.value).toEqual([])
  })

  it.each([429, 503])('%i 照 Retry-After 的秒数', async (status) => {
    phone.answer = () => {
      throw refused(status, 'busy', '太忙', 30)
    }
    phone.queue.save(A, '甲', report())
    await phone.queue.flush()
    expect(phone.timers.map((it) => it.at - phone.clock)).toEqual([30_000])
  })

  it('401、403 留着全部，说明原因，重新登录后接着送', async () => {
    for (const [status, words] of [[401, '登录已过期'], [403, '您的岗位不能办理']] as const) {
      phone = new Phone()
      phone.answer = () => {
        throw refused(status, 'x', '您的岗位不能办理这项操作')
      }
      phone.queue.save(A, '甲', report())
      phone.queue.save(B, '乙', report())
      await phone.queue.flush()
      expect(phone.queue.hold.value).toContain(words)
      expect(new Set(phone.sent)).toEqual(new Set(['a1']))
      expect(phone.queue.waiting.value).toHaveLength(2)
      phone.answer = () => {}
      await phone.queue.flush({ atOnce: true })
      expect(phone.queue.hold.value).toBe('')
      expect(phone.queue.items.value).toEqual([])
    }
  })
})

it('本人退出之后留着不送，再登录接着送', async () => {
  phone.answer = offline
  phone.queue.save(A, '甲', report())
  await phone.queue.flush()
  phone.signedOut = true
  phone.answer = () => {}
  await phone.queue.flush({ atOnce: true })
  expect(phone.server.size).toBe(0)
  phone.signedOut = false
  await phone.queue.flush({ atOnce: true })
  expect([phone.server.size, phone.queue.items.value.length]).toEqual([1, 0])
})

it('存储满了要让人知道，不当作存好', () => {
  phone.store.keep = () => false
  expect(() => phone.queue.save(A, '甲', report())).toThrow('没有存下')
  expect(phone.queue.items.value).toEqual([])
})

describe('送的时候存储满了', () => {
  const photo: WaitingPhoto = { id: 'p', path: '/photos/p.jpg', name: 'p.jpg', size: 9, contentType: 'image/jpeg' }

  it('隔一阵才再试，一次比一次久，不是一秒一次；说得出该做什么；清理以后接着送', async () => {
    const keep = phone.store.keep
    phone.queue.save(A, '甲', report(), [photo])
    phone.store.keep = () => false
    await phone.queue.flush()
    const waits: number[] = []
    for (let go = 0; go < 4; go++) {
      const before = phone.clock
      await phone.tick()
      waits.push(phone.clock - before)
    }
    expect(waits).toEqual([1, 2, 3, 4].map(waitAfter))
    expect(phone.queue.full.value).toBe(true)
    expect(phone.queue.waiting.value.map((it) => it.clientId)).toEqual([A])
    expect(phone.dropped).toEqual([])
    phone.store.keep = keep
    await phone.queue.flush({ atOnce: true })
    expect([phone.queue.items.value, phone.queue.full.value, phone.timers]).toEqual([[], false, []])
    expect(phone.sent.at(-1)).toBe('a:p')
  })

  it('不用记什么的照样送，送到就腾出地方', async () => {
    phone.queue.save(A, '甲', report(), [photo])
    phone.queue.save(B, '乙', report())
    phone.store.keep = () => false
    await phone.queue.flush()
    await phone.tick()
    expect(phone.queue.items.value.map((it) => it.clientId)).toEqual([A])
  })

  it('服务器不收的、出错的，记不下来也一样隔一阵再试', async () => {
    phone.answer = (id) => {
      throw id === A ? refused(409, 'VISIT_CLOSED', '已不能修改') : refused(500, 'internal', '出错了')
    }
    phone.queue.save(A, '甲', report())
    phone.queue.save(B, '乙', report())
    phone.store.keep = () => false
    await phone.queue.flush()
    expect(phone.timers.map((it) => it.at - phone.clock)).toEqual([waitAfter(1)])
  })
})

it('正歇着的时候存下一条，紧接着网络回来，不漏掉这一回', async () => {
  phone.answer = offline
  phone.queue.save(A, '甲', report())
  await phone.queue.flush()
  phone.answer = () => {}
  phone.queue.save(B, '乙', report())
  await phone.queue.flush({ atOnce: true })
  expect(phone.queue.items.value).toEqual([])
})

it('队列自己出了错，照样隔一阵再试，错误报出去', async () => {
  phone.answer = () => {
    throw new Error('程序出错')
  }
  phone.queue.save(A, '甲', report())
  await expect(phone.queue.flush()).rejects.toThrow('程序出错')
  expect(phone.timers.map((it) => it.at - phone.clock)).toEqual([waitAfter(1)])
})

it('扔掉的不再送', async () => {
  phone.answer = offline
  phone.queue.save(C, '丙', report())
  await phone.queue.flush()
  phone.queue.discard(C)
  phone.answer = () => {}
  await phone.queue.flush({ atOnce: true })
  expect(phone.server.size).toBe(0)
})

it('退出登录不带走没有送到的走访', async () => {
  const { keep, names } = await import('@/store')
  const { leave } = await import('@/session')
  keep('visit.x', { clientId: 'x' })
  keep('draft.ticket', {})
  leave()
  expect(names().sort()).toEqual(['session', 'visit.x'])
})

describe('照片', () => {
  const photo = (id: string): WaitingPhoto => ({ id, path: `/photos/${id}.jpg`, name: `${id}.jpg`, size: 9, contentType: 'image/jpeg' })

  it('没有网时和走访一起存下；网络回来，走访送到之后一张一张地送，送完都移走', async () => {
    phone.answer = offline
    phone.queue.save(A, '甲', report(), [photo('p'), photo('q')])
    await phone.queue.flush()
    expect(phone.sent).toEqual(['a1'])
    phone.start()
    phone.answer = () => {}
    await phone.queue.flush({ atOnce: true })
    expect(phone.sent).toEqual(['a1', 'a1', 'a:p', 'a:q'])
    expect(phone.queue.items.value).toEqual([])
    expect(phone.dropped).toEqual(['p', 'q'])
  })

  it('断在照片上：走访不再重送，照片过一会儿自己再送', async () => {
    phone.answerPhoto = offline
    phone.queue.save(A, '甲', report(), [photo('p')])
    phone.queue.save(B, '乙', report())
    await phone.queue.flush()
    expect(phone.sent).toEqual(['a1', 'a:p'])
    expect(phone.queue.waiting.value.map((it) => it.clientId)).toEqual([A, B])
    phone.answerPhoto = () => {}
    await phone.tick()
    expect(phone.sent).toEqual(['a1', 'a:p', 'a:p', 'b1'])
    expect(phone.queue.items.value).toEqual([])
  })

  it('服务器不收的一张留着给人看，别的照送，走访不受影响；知道了就移走', async () => {
    phone.answerPhoto = ({ id }) => {
      if (id === 'p') throw refused(409, 'VISIT_PHOTOS_FULL', '一次走访至多 3 张照片')
    }
    phone.queue.save(A, '甲', report(), [photo('p'), photo('q')])
    await phone.queue.flush()
    expect(phone.server.has(A)).toBe(true)
    expect(phone.queue.waiting.value).toEqual([])
    expect(phone.queue.refused.value[0].photos).toEqual([{ ...photo('p'), refusal: '一次走访至多 3 张照片' }])
    expect(phone.dropped).toEqual(['q'])
    phone.queue.discardPhotos(A)
    expect(phone.queue.items.value).toEqual([])
    expect(phone.dropped).toEqual(['q', 'p'])
  })

  it('照片已不在手机里的，说给人看，不挡住后面的', async () => {
    phone.answerPhoto = () => {
      throw new UnusableFile('照片已不在手机里')
    }
    phone.queue.save(A, '甲', report(), [photo('p')])
    phone.queue.save(B, '乙', report())
    await phone.queue.flush()
    expect([...phone.server.keys()]).toEqual([A, B])
    expect(phone.queue.items.value.map((it) => it.photos?.[0].refusal)).toEqual(['照片已不在手机里'])
    expect(phone.timers).toEqual([])
  })

  it('走访被退回的，照片跟着留下；改好再送，一起送到', async () => {
    phone.answer = () => {
      throw refused(400, 'INVALID', '内容不对')
    }
    phone.queue.save(A, '甲', report(), [photo('p')])
    await phone.queue.flush()
    expect(phone.sent).toEqual(['a1'])
    phone.answer = () => {}
    phone.queue.save(A, '甲', report(2), [photo('q')])
    await phone.queue.flush()
    expect(phone.sent).toEqual(['a1', 'a2', 'a:p', 'a:q'])
    expect(phone.queue.items.value).toEqual([])
  })

  it('照片送着的时候又改了一稿：先送新的一稿，照片接着送', async () => {
    let changed = false
    phone.answerPhoto = () => {
      if (!changed) phone.queue.save(A, '甲', report(2))
      changed = true
    }
    phone.queue.save(A, '甲', report(), [photo('p'), photo('q')])
    await phone.queue.flush()
    expect(phone.sent).toEqual(['a1', 'a:p', 'a2', 'a:q'])
    expect(phone.queue.items.value).toEqual([])
  })

  it('删掉一条，照片也从手机里删掉；照片给了另一条的不删', async () => {
    phone.answer = offline
    phone.queue.save(A, '甲', report(), [photo('p')])
    phone.queue.save(B, '乙', report(), [photo('q')])
    phone.queue.discard(A)
    phone.queue.discard(B, { photosKept: true })
    expect(phone.dropped).toEqual(['p'])
  })
})

describe('两部手机', () => {
  /** 服务器的规则：同一部手机后来的盖过先前的，看过才改的盖过看到的；剩下不止一稿就请人看 */
  function server() {
    const told = new Map<string, { device: string; revision: number; base: number; said: string }>()
    const over = (one: { device: string; revision: number }, other: { device: string; revision: number; base: number }) =>
      (other.device === one.device && other.revision > one.revision) || (other !== one && other.base >= one.revision)
    return {
      take: (report: VisitRequest) => {
        const { device = '', revision, base = 0, said } = report
        told.set(`${device} ${revision}`, { device: device ?? '', revision, base: base ?? 0, said })
      },
      heads: () => [...told.values()].filter((it) => ![...told.values()].some((other) => over(it, other))).map((it) => it.said).sort(),
    }
  }

  const shuffled = <T>(items: T[], seed: number): T[] => {
    const all = [...items]
    let state = seed
    for (let i = all.length - 1; i > 0; i--) {
      state = (state * 1103515245 + 12345) % 2147483648
      const j = state % (i + 1)
      ;[all[i], all[j]] = [all[j]!, all[i]!]
    }
    return all
  }

  it('稿子带着是哪部手机、在第几稿上改的；怎样的先后、重复、断开，结果都一样', () => {
    const first = reportOf({ ...newVisit('v1', 'e1', '甲企业', new Date()), said: '初稿' }, 'phone-a')
    const here = reportOf({ ...draftOf('v1', '甲企业', first), said: '甲机改的' }, 'phone-a')
    const there = reportOf({ ...draftOfSent(sentOf(first)), said: '乙机改的' }, 'phone-b')
    expect(here).toMatchObject({ device: 'phone-a', revision: 2, base: 0 })
    expect(there).toMatchObject({ device: 'phone-b', revision: 2, base: 1 })
    const story = [first, here, there]
    for (let seed = 1; seed <= 200; seed++) {
      const it = server()
      for (const report of shuffled([...story, ...shuffled(story, seed).slice(0, seed % 4)], seed)) it.take(report)
      expect(it.heads()).toEqual(['乙机改的', '甲机改的'])
    }
  })

  it('看过两稿再改的，盖过两稿', () => {
    const both = sentOf(reportOf({ ...newVisit('v1', 'e1', '甲企业', new Date()), said: '甲机改的' }, 'phone-a'), 2)
    const decided = reportOf({ ...draftOfSent(both), said: '合起来' }, 'phone-a')
    expect(decided).toMatchObject({ revision: 3, base: 2 })
  })

  function sentOf(report: VisitRequest, latest = report.revision) {
    return {
      clientId: 'v1', revision: report.revision, latest, enterprise: 'e1', enterpriseName: '甲企业', visitedAt: report.visitedAt,
      kind: report.kind, said: report.said, people: [], promises: [], tickets: [],
    } as never
  }
})
