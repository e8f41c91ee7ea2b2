import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ACTIONS, accountsIn, actionName, isUuid, roleNames } from '@/areas/audit/words'
import { afterDone, neighbour } from '@/areas/certificates/words'
import { grantable, notMine, scopeOf } from '@/areas/people/rights'
import { currentRound, standing, yesterday } from '@/areas/visits/rounds'
import { ROLE_NAMES } from '@/shell/roles'

describe('核验队列', () => {
  const ids = ['a', 'b', 'c']

  it('往前往后走，走到头停住', () => {
    expect(neighbour(ids, 'a', 1)).toBe('b')
    expect(neighbour(ids, 'c', 1)).toBe('c')
    expect(neighbour(ids, 'a', -1)).toBe('a')
    expect(neighbour(ids, undefined, 1)).toBe('a')
  })

  it('办完一件看原来的下一件', () => {
    expect(afterDone(ids, 'b')).toBe('c')
    expect(afterDone(ids, 'c')).toBe('b')
    expect(afterDone(['a'], 'a')).toBeUndefined()
  })
})

describe('三员分立', () => {
  it('岗位只授予同类账号', () => {
    expect(grantable('BUSINESS').map((it) => it.value)).not.toContain('SYSTEM_ADMIN')
    expect(grantable('AUDIT_ADMIN').map((it) => it.value)).toEqual(['AUDIT_ADMIN'])
  })

  it('乡镇的要有乡镇，部门的要有单位', () => {
    expect(scopeOf('TOWNSHIP_OFFICER')).toEqual({ unit: 'needed', office: 'none' })
    expect(scopeOf('HANDLER')).toEqual({ unit: 'none', office: 'needed' })
    expect(scopeOf('LEADER')).toEqual({ unit: 'none', office: 'none' })
  })

  it('不归自己管的说明归谁', () => {
    expect(notMine(['SYSTEM_ADMIN'])).toEqual([expect.stringContaining('安全管理员')])
    expect(notMine(['SECURITY_ADMIN'])).toEqual([expect.stringContaining('系统管理员')])
  })
})

describe('专员轮次', () => {
  const rounds = [
    { name: '旧', startsOn: '2023-03-01', endsOn: '2023-12-31' },
    { name: '前', startsOn: '2026-01-01' },
    { name: '新', startsOn: '2026-08-01' },
    { name: '后', startsOn: '2027-01-01' },
  ]

  it('取今天在用的最新一轮', () => {
    expect(currentRound(rounds, '2026-11-28')?.name).toBe('新')
    expect(currentRound(rounds, '2023-12-31')?.name).toBe('旧')
    expect(currentRound(rounds, '2020-01-01')).toBeUndefined()
  })

  it('首尾两天都算在内', () => {
    expect(standing({ startsOn: '2026-11-28', endsOn: '2026-11-28' }, '2026-11-28')).toBe('now')
    expect(standing({ startsOn: '2026-11-01', endsOn: '2026-11-27' }, '2026-11-28')).toBe('past')
    expect(standing({ startsOn: '2026-11-29' }, '2026-11-28')).toBe('future')
    expect(yesterday('2026-03-01')).toBe('2026-02-28')
  })
})

describe('审计的词', () => {
  it('服务器留痕的每个动作都有中文', () => {
    const java = resolve(process.cwd(), '../../java')
    const audited = readdirSync(java, { recursive: true, encoding: 'utf8' })
      .filter((it) => it.endsWith('.java'))
      .flatMap((it) => [...readFileSync(resolve(java, it), 'utf8').matchAll(/@Audited\("([^"]+)"\)/g)].map((found) => found[1]))
    expect(audited.length).toBeGreaterThan(50)
    expect(audited.filter((it) => it && !(it in ACTIONS))).toEqual([])
  })

  it('认得的说中文，不认得的照原样', () => {
    expect(actionName('ticket.dispatch')).toBe('分派诉求')
    expect(actionName('new.action')).toBe('new.action')
    expect(Object.values(ACTIONS).every((it) => /^[\u4e00-\u9fff]+$/.test(it))).toBe(true)
  })

  it('岗位连成一句，账号编号认格式', () => {
    expect(roleNames('HANDLER,LEADER', ROLE_NAMES)).toBe('部门经办人、领导')
    expect(roleNames('PERSON', ROLE_NAMES)).toBe('企业的人')
    expect(roleNames('', ROLE_NAMES)).toBe('—')
    expect(isUuid('01a20266-bc77-7807-9f28-f04a87372673')).toBe(true)
    expect(isUuid('张三')).toBe(false)
  })
})

it('审计一页里要问姓名的账号：谁办的、办在谁身上，各一次，不问小程序用户', () => {
  const staff = '01a20000-0000-7000-8000-000000000001'
  const other = '01a20000-0000-7000-8000-000000000002'
  const person = '01a20000-0000-7000-8000-000000000003'
  const event = (more: object) => ({ actor: null, roles: '', objectType: 'ticket', objectId: 'GX-1', ...more })
  expect(
    accountsIn([
      event({ actor: staff, roles: 'SYSTEM_ADMIN', objectType: 'staff', objectId: other }),
      event({ actor: staff, roles: 'SYSTEM_ADMIN' }),
      event({ actor: person, roles: 'PERSON' }),
      event({ objectType: 'staff', objectId: 'nobody' }),
    ]),
  ).toEqual([staff, other])
})
