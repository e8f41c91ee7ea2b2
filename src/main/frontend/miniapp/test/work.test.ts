import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { leave, session } from '@/session'
import { keep } from '@/store'
import { desksOf, handles, standing } from '@/work'

describe('绑定了工作账号的手机', () => {
  const titles = (...roles: string[]) => desksOf({ roles, offices: [] }).map((it) => it.title)

  it('按岗位给入口，没有岗位的没有', () => {
    expect(desksOf(undefined)).toEqual([])
    expect(titles('COMMISSIONER')).toEqual(['服务专员'])
    expect(titles('HANDLER')).toEqual(['我办的诉求'])
    expect(titles('TOWNSHIP_OFFICER')).toEqual(['诉求办理情况'])
    expect(titles('COMMISSIONER', 'HANDLER')).toEqual(['服务专员', '我办的诉求'])
    expect(titles('SECURITY_ADMIN')).toEqual([])
  })

  it('只有承办单位的经办人能办', () => {
    expect(handles({ roles: ['HANDLER'], offices: ['rsj'] }, 'rsj')).toBe(true)
    expect(handles({ roles: ['HANDLER'], offices: ['rsj'] }, 'fgj')).toBe(false)
    expect(handles({ roles: ['TOWNSHIP_OFFICER'], offices: ['rsj'] }, 'rsj')).toBe(false)
    expect(handles({ roles: ['HANDLER'], offices: ['rsj'] }, null)).toBe(false)
    expect(handles(undefined, 'rsj')).toBe(false)
  })
})

it('登录过期的，重新登录后入口还在；退出的不留', async () => {
  keep('standing', { roles: ['HANDLER'], offices: ['rsj'] })
  session.token = 't1'
  await nextTick()
  session.token = undefined
  await nextTick()
  expect(standing.value).toBeUndefined()
  session.token = 't2'
  await nextTick()
  expect(standing.value?.roles).toEqual(['HANDLER'])
  leave()
  await nextTick()
  session.token = 't3'
  await nextTick()
  expect(standing.value).toBeUndefined()
})
