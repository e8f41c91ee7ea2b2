import { beforeEach, expect, it, vi } from 'vitest'
import { keep } from '@/store'
import { dropAllBut } from '@/visit/photos'
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
