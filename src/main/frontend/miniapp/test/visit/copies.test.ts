import { ApiError, OfflineError } from '@qihang/api-client'
import { beforeEach, expect, it } from 'vitest'
import { createCopies } from '../../src/visit/copies'

let disk: Map<string, unknown>
let clock: number
let full: boolean
const make = () =>
  createCopies(
    {
      kept: <T>(name: string) => disk.get(name) as T | undefined,
      keep: (name, value) => !full && Boolean(disk.set(name, value)),
      forget: (name) => void disk.delete(name),
      names: () => [...disk.keys()],
    },
    () => clock,
  )

beforeEach(() => {
  disk = new Map()
  clock = 1000
  full = false
})

const fails = (failure: Error) => () => Promise.reject(failure)

it('没有网、服务器一时不行，给上一份，说是什么时候的、是哪一种', async () => {
  expect(await make().fresh('portfolio', async () => ['甲'])).toEqual({ data: ['甲'], at: 1000, old: false })
  clock = 5000
  expect(await make().fresh('portfolio', fails(new OfflineError()))).toEqual({ data: ['甲'], at: 1000, old: 'OFFLINE' })
  expect(await make().fresh('portfolio', fails(new ApiError({ status: 502, code: 'x' })))).toMatchObject({ old: 'SERVER' })
})

it('从没取到过的，照实说没有网', async () => {
  await expect(make().fresh('portfolio', fails(new OfflineError()))).rejects.toBeInstanceOf(OfflineError)
})

it('服务器拒绝的不用上一份遮住', async () => {
  await make().fresh('brief:1', async () => '甲')
  await expect(make().fresh('brief:1', fails(new ApiError({ status: 404, code: 'NOT_FOUND' })))).rejects.toMatchObject({ status: 404 })
})

it('存不下也照样显示取到的', async () => {
  full = true
  expect(await make().fresh('portfolio', async () => ['甲'])).toMatchObject({ data: ['甲'], old: false })
  expect(make().last('portfolio')).toBeUndefined()
})
