import { ApiError, OfflineError, type StoredFileView, type UploadForm } from '@qihang/api-client'
import { api } from './api'
import { uuid } from './ids'
import { UnusableFile } from './unusable-file'

// #ifdef MP-WEIXIN
declare const wx: {
  chooseMessageFile(options: {
    count: number
    type: 'file'
    extension: string[]
    success: (result: { tempFiles: unknown }) => void
    fail: (failure: { errMsg: string }) => void
  }): void
}
// #endif

/** 本机上选好的一个文件 */
export interface Picked {
  path: string
  name: string
  size: number
  contentType: string
  /** 浏览器里的文件本身 */
  blob?: Blob
}

export interface UploadRequest {
  name: string
  contentType: string
  size: number
}

const types: Record<string, string> = { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' }
const extensions: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' }

/** 按文件名和大小判断能不能传，不能的说明怎么办 */
export function pickedOf(file: { path: string; name?: string; size: number; type?: string }, allowed: string[]): Picked {
  const named = file.name ?? file.path.split('/').at(-1) ?? ''
  const contentType = types[named.split('.').at(-1)?.toLowerCase() ?? ''] ?? (file.type && extensions[file.type] ? file.type : '')
  if (!allowed.includes(contentType)) {
    throw new UnusableFile(allowed.includes('application/pdf') ? '只收 JPG、PNG 图片和 PDF，请换一个' : '只收 JPG、PNG 照片，请换一张')
  }
  const most = contentType === 'application/pdf' ? 20 : 10
  if (file.size > most * 1024 * 1024) throw new UnusableFile(`文件超过 ${most} MB，请压缩或重拍后再选`)
  const name = /\.(jpe?g|png|pdf)$/i.test(named) ? named : `照片.${extensions[contentType]}`
  return { path: file.path, name: name.slice(-100), size: file.size, contentType }
}

const photos = ['image/jpeg', 'image/png']

interface Chosen {
  path?: string
  tempFilePath?: string
  name?: string
  size: number
  type?: string
}

function accept(files: unknown, allowed: string[]): Picked[] {
  return (Array.isArray(files) ? (files as Chosen[]) : [files as Chosen]).map((file) => {
    const { path, tempFilePath, name, size, type } = file
    const picked = pickedOf({ path: path ?? tempFilePath ?? '', name, size, type }, allowed)
    // #ifdef H5
    picked.blob = file as unknown as Blob
    // #endif
    return picked
  })
}

// 用户取消不是错误
function choose(start: (done: (files: unknown) => void, failed: (message: string) => void) => void, allowed: string[], blocked: string): Promise<Picked[]> {
  return new Promise((resolve, reject) => {
    start(
      (files) => {
        try {
          resolve(accept(files, allowed))
        } catch (failure) {
          reject(failure)
        }
      },
      (message) => (message.includes('cancel') ? resolve([]) : reject(new UnusableFile(blocked))),
    )
  })
}

/** 拍照或从相册选；用户取消返回空 */
export function pickPhotos(count: number): Promise<Picked[]> {
  return choose(
    (done, failed) => {
      // #ifdef MP-WEIXIN
      uni.chooseMedia({
        count,
        mediaType: ['image'],
        sizeType: ['compressed'],
        success: ({ tempFiles }) => done(tempFiles),
        fail: ({ errMsg }: { errMsg: string }) => failed(errMsg),
      })
      // #endif
      // #ifdef H5
      uni.chooseImage({
        count,
        success: ({ tempFiles }) => done(tempFiles),
        fail: ({ errMsg }: { errMsg: string }) => failed(errMsg),
      })
      // #endif
    },
    photos,
    '打不开相机或相册，请在手机设置里允许后再试',
  )
}

/** 选 PDF 或图片：微信里从聊天记录，浏览器里从本机；用户取消返回空 */
export function pickFiles(count: number): Promise<Picked[]> {
  return choose(
    (done, failed) => {
      // #ifdef MP-WEIXIN
      wx.chooseMessageFile({
        count,
        type: 'file',
        extension: ['pdf', 'jpg', 'jpeg', 'png'],
        success: ({ tempFiles }) => done(tempFiles),
        fail: ({ errMsg }) => failed(errMsg),
      })
      // #endif
      // #ifdef H5
      uni.chooseFile({
        count,
        extension: ['.pdf', '.jpg', '.jpeg', '.png'],
        success: ({ tempFiles }) => done(tempFiles),
        fail: ({ errMsg }: { errMsg: string }) => failed(errMsg),
      })
      // #endif
    },
    [...photos, 'application/pdf'],
    '打不开文件，请换一个',
  )
}

function post(form: UploadForm, file: Picked, progress: (percent: number) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const task = uni.uploadFile({
      url: form.url,
      filePath: file.path,
      name: 'file',
      formData: form.fields as Record<string, string>,
      success: ({ statusCode }) => resolve(statusCode),
      fail: ({ errMsg }) => reject(new OfflineError(errMsg)),
    })
    task.onProgressUpdate(({ progress: percent }) => progress(percent))
  })
}

/**
 * 三步：申请表单、传文件、提交。`open` 申请这一类文件的表单。
 * wx.uploadFile 收到什么状态都算成功，所以自己核对；表单过期或没有传成的，重新申请再传一次。
 */
export async function upload(
  file: Picked,
  open: (request: UploadRequest) => Promise<UploadForm>,
  progress: (percent: number) => void = () => {},
  commit: (id: string, key: string) => Promise<StoredFileView> = (id, key) =>
    api.post('/api/v1/uploads/{file}/commitment', { path: { file: id }, key }),
): Promise<StoredFileView> {
  const { name, contentType, size } = file
  for (let attempt = 1; ; attempt++) {
    const form = await open({ name, contentType, size })
    const status = await post(form, file, progress)
    if (status === 204 || status === 200) {
      try {
        return await commit(form.file, uuid())
      } catch (failure) {
        const lost = failure instanceof ApiError && failure.code === 'FILE_NOT_UPLOADED'
        if (!lost || attempt === 2) throw failure
      }
    } else if (attempt === 2) {
      throw new OfflineError(`upload ${status}`)
    }
  }
}
