import { ApiError, OfflineError } from '@qihang/api-client'
import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { pickedOf, upload } from '@/uploads'
import { useUploads } from '@/use-uploads'

const form = { file: 'f1', url: 'https://files/qihang', fields: { key: 'upload/1' }, expiresAt: '' } as never
const photo = { path: 'blob:1', name: '证书.jpg', size: 2048, contentType: 'image/jpeg' }
const stored = { id: 'f1', name: '证书.jpg', contentType: 'image/jpeg', size: 2000 }

// 文件服务依次这样回答
function fileService(...statuses: (number | 'offline')[]) {
  const calls: { url: string; name: string; formData: object }[] = []
  Object.assign(uni, {
    uploadFile: (request: { url: string; name: string; formData: object; success: (it: object) => void; fail: (it: object) => void }) => {
      calls.push(request)
      const status = statuses.shift() ?? 204
      queueMicrotask(() => (status === 'offline' ? request.fail({ errMsg: 'fail' }) : request.success({ statusCode: status })))
      return { onProgressUpdate: (tell: (it: object) => void) => tell({ progress: 60 }) }
    },
  })
  return calls
}

describe('选的文件', () => {
  it('按名字认类型，没有名字的给一个', () => {
    expect(pickedOf({ path: 'tmp/a.JPG', size: 1 }, ['image/jpeg'])).toMatchObject({ name: 'a.JPG', contentType: 'image/jpeg' })
    expect(pickedOf({ path: 'blob:x', size: 1, type: 'image/png' }, ['image/png'])).toMatchObject({ name: '照片.png' })
  })

  it('不收的、太大的说明怎么办', () => {
    expect(() => pickedOf({ path: 'a.heic', size: 1 }, ['image/jpeg'])).toThrow('只收 JPG、PNG 照片，请换一张')
    expect(() => pickedOf({ path: 'a.doc', size: 1 }, ['image/jpeg', 'application/pdf'])).toThrow('只收 JPG、PNG 图片和 PDF，请换一个')
    expect(() => pickedOf({ path: 'a.jpg', size: 11 * 1024 * 1024 }, ['image/jpeg'])).toThrow('文件超过 10 MB')
    expect(pickedOf({ path: 'a.pdf', size: 11 * 1024 * 1024 }, ['application/pdf']).contentType).toBe('application/pdf')
  })
})

describe('传一个文件', () => {
  const commit = vi.fn(async () => stored)

  it('申请、传、提交，进度报出来', async () => {
    const calls = fileService(204)
    const open = vi.fn(async () => form)
    const progress = vi.fn()
    expect(await upload(photo, open, progress, commit)).toEqual(stored)
    expect(open).toHaveBeenCalledWith({ name: '证书.jpg', contentType: 'image/jpeg', size: 2048 })
    expect(calls[0]).toMatchObject({ url: 'https://files/qihang', name: 'file', formData: { key: 'upload/1' } })
    expect(progress).toHaveBeenCalledWith(60)
  })

  it('文件服务不收的不当作成功：重新申请表单再传一次', async () => {
    fileService(403, 204)
    const open = vi.fn(async () => form)
    await upload(photo, open, undefined, commit)
    expect(open).toHaveBeenCalledTimes(2)
  })

  it('两次都不收的就说不通', async () => {
    fileService(403, 400)
    await expect(upload(photo, async () => form, undefined, commit)).rejects.toBeInstanceOf(OfflineError)
  })

  it('服务器说没有传到的，从头再来一次', async () => {
    fileService(204, 204)
    const lost = new ApiError({ status: 409, code: 'FILE_NOT_UPLOADED' })
    const second = vi.fn().mockRejectedValueOnce(lost).mockResolvedValue(stored)
    expect(await upload(photo, async () => form, undefined, second)).toEqual(stored)
    expect(second).toHaveBeenCalledTimes(2)
  })
})

describe('一组附件', () => {
  function choose(...names: string[]) {
    Object.assign(uni, {
      chooseMedia: ({ success }: { success: (it: object) => void }) => success({ tempFiles: names.map((path) => ({ tempFilePath: path, size: 9 })) }),
      chooseImage: () => undefined,
    })
  }

  it('不能用的文件把服务器的话显示出来，可以重试', async () => {
    choose('a.jpg')
    fileService(204, 204)
    const refused = new ApiError({ status: 422, code: 'FILE_REFUSED', detail: '照片太暗，请到亮处重拍。' })
    const open = vi.fn().mockRejectedValueOnce(refused).mockRejectedValueOnce(new OfflineError())
    const files = useUploads(open, 9)
    await files.addPhotos()
    expect(files.entries.value[0]).toMatchObject({ state: 'failed', problem: '照片太暗，请到亮处重拍。' })
    expect(files.stored.value).toEqual([])
    files.retry(files.entries.value[0].key)
    expect(files.busy.value).toBe(true)
    await vi.waitFor(() => expect(files.entries.value[0].problem).toBe('网络不通，请检查网络后重试'))
  })

  it('不超过个数，去掉的不再算', async () => {
    choose('a.jpg', 'b.jpg', 'c.jpg')
    const files = useUploads(async () => Promise.reject(new OfflineError()), 3, [{ id: '0', name: '旧.jpg', size: 1 }])
    await files.addPhotos()
    expect(files.entries.value.map((it) => it.name)).toEqual(['旧.jpg', 'a.jpg', 'b.jpg'])
    expect(files.stored.value.map((it) => it.id)).toEqual(['0'])
    files.remove('0')
    await nextTick()
    expect(files.stored.value).toEqual([])
  })

  it('用户取消不算错误', async () => {
    const cancel = ({ fail }: { fail: (it: object) => void }) => fail({ errMsg: 'chooseMedia:fail cancel' })
    Object.assign(uni, { chooseMedia: cancel, chooseImage: () => undefined })
    const files = useUploads(async () => form, 1)
    await files.addPhotos()
    expect(files.entries.value).toEqual([])
    expect(uni.showToast).not.toHaveBeenCalled()
  })
})
