// 文件直接传到文件服务，分三步：申请表单、传、提交检查。传的进度给页面看。
import { ApiError, OfflineError, type UploadForm } from '@qihang/api-client'
import { api } from '@/shell/api'

export interface Uploading {
  name: string
  size: number
  /** 0 到 100。 */
  percent: number
  /** 已通过检查的文件编号。 */
  file?: string
  error?: string
}

export const ACCEPTED = '.jpg,.jpeg,.png,.pdf'
const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
}
const MEGABYTE = 1024 * 1024

export function typeOf(name: string): string | undefined {
  return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()]
}

/** 在选的时候就能说清楚的错误；没有问题返回 undefined。 */
export function refusalOf(file: { name: string; size: number }): string | undefined {
  const type = typeOf(file.name)
  if (!type) return '只收 JPG、PNG 图片和 PDF，请换一个文件。'
  const most = type === 'application/pdf' ? 20 : 10
  if (file.size > most * MEGABYTE) return `文件太大，${type === 'application/pdf' ? 'PDF' : '图片'}不超过 ${most} MB。`
  if (file.size === 0) return '这个文件是空的，请重新选择。'
  return undefined
}

type Open = (request: { name: string; contentType: string; size: number }) => Promise<UploadForm>

export async function upload(file: File, open: Open, key: string, progress: (percent: number) => void): Promise<string> {
  const form = await open({ name: file.name, contentType: typeOf(file.name) ?? '', size: file.size })
  await post(form, file, progress)
  const id = String(form.file)
  await api.post('/api/v1/desk/uploads/{file}/commitment', { path: { file: id }, key })
  return id
}

function post(form: UploadForm, file: File, progress: (percent: number) => void): Promise<void> {
  const body = new FormData()
  for (const [name, value] of Object.entries(form.fields ?? {})) body.append(name, String(value))
  body.append('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', String(form.url))
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(Math.round((event.loaded / event.total) * 100))
    }
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve()
      else
        reject(
          new ApiError({
            status: request.status,
            code: 'FILE_NOT_UPLOADED',
            detail: '文件没有传成，请重新选择后再传。',
          }),
        )
    }
    request.onerror = () => reject(new OfflineError())
    request.send(body)
  })
}
