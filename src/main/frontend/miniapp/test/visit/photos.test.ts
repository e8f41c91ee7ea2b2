import { beforeEach, describe, expect, it, vi } from 'vitest'
import { keep, who } from '@/store'
import { drop, dropAllBut } from '@/visit/photos'
import { queue, sweepPhotos } from '@/visit/phone'

const removed: string[] = []

beforeEach(() => {
  removed.length = 0
  vi.stubGlobal('wx', { env: { USER_DATA_PATH: 'wxfile://usr' } })
  vi.stubGlobal('uni', {
    ...uni,
    getFileSystemManager: () => ({
      readdir: ({ success }: { success: (answer: object) => void }) => success({ files: ['photo-a.jpg', 'photo-b.jpg', 'photo-c.jpg', '别的.txt'] }),
      unlink: ({ filePath }: { filePath: string }) => void removed.push(filePath),
    }),
  })
  queue.load()
})

const photo = (id: string) => ({ id, path: `wxfile://usr/photo-${id}.jpg`, name: `${id}.jpg`, size: 9, contentType: 'image/jpeg' })

it('没有人要的照片删掉，别的文件不动', () => {
  dropAllBut([photo('a')])
  expect(removed).toEqual(['wxfile://usr/photo-b.jpg', 'wxfile://usr/photo-c.jpg'])
})

it('等着送的、草稿里的都留着', () => {
  keep('visit.v1', { clientId: 'v1', enterpriseName: '甲', savedAt: 1, tries: 0, retryAt: 0, report: { revision: 1 }, photos: [photo('a')] })
  keep('draft.visit.new.e1', { form: { photos: [photo('b')] }, key: 'k' })
  queue.load()
  sweepPhotos()
  expect(removed).toEqual(['wxfile://usr/photo-c.jpg'])
})

describe('浏览器里', () => {
  /** 一个最小的 IndexedDB；`broken` 的时候打不开 */
  function database() {
    const kept = new Map<string, string>()
    const state = { broken: false }
    const store = {
      put: (data: string, key: string) => ({ result: void kept.set(key, data) }),
      get: (key: string) => ({ result: kept.get(key) }),
      getAllKeys: () => ({ result: [...kept.keys()] }),
      delete: (key: string) => ({ result: void kept.delete(key) }),
    }
    vi.stubGlobal('indexedDB', {
      open() {
        const transaction: { oncomplete?: () => void; objectStore: () => typeof store } = { objectStore: () => store }
        const opening = { result: { transaction: () => transaction, close: () => {} }, onsuccess: () => {}, onerror: () => {} }
        queueMicrotask(() => {
          if (state.broken) return opening.onerror()
          opening.onsuccess()
          transaction.oncomplete?.()
        })
        return opening
      },
    })
    return { kept, state }
  }

  it('没有删成的说出来，下次打开再删；要送的、别人的都留着', async () => {
    const { kept, state } = database()
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const own = (id: string) => ({ ...photo(id), path: `${who}/${id}` })
    for (const key of [`${who}/sent`, `${who}/waiting`, 'somebody/theirs']) kept.set(key, 'data:')
    state.broken = true
    drop(own('sent'))
    await vi.waitFor(() => expect(warned).toHaveBeenCalledWith(expect.stringContaining('照片没有从手机里删掉，下次打开再删')))
    expect(kept.size).toBe(3)
    state.broken = false
    dropAllBut([own('waiting')])
    await vi.waitFor(() => expect([...kept.keys()]).toEqual([`${who}/waiting`, 'somebody/theirs']))
    warned.mockRestore()
  })
})
