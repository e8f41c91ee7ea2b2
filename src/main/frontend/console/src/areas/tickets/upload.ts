// 文件直接传到文件服务，分三步：申请表单、传、提交检查。文件服务在另一个来源，传的结果以提交检查为准。
import { OfflineError, type UploadForm } from '@qihang/api-client'
import { api } from '@/shell/api'

export interface Uploading {
  name: string
  size: number
  /** 传了几成（0–1），1 以后是检查。 */
  share: number
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

/** 三步做完，返回文件编号；`progress` 是传了几成（0–1），传完还要检查。 */
export async function upload(file: File, open: Open, progress: (share: number) => void): Promise<string> {
  const form = await open({ name: file.name, contentType: typeOf(file.name) ?? '', size: file.size })
  await send(form, file, progress)
  progress(1)
  // 每传一次是另一个文件，键跟着文件走：重传的不会被当成原来那次
  const id = form.file
  await api.post('/api/v1/desk/uploads/{file}/commitment', { path: { file: id }, key: id })
  return id
}

async function send(form: UploadForm, file: File, progress: (share: number) => void): Promise<void> {
  const body = new FormData()
  for (const [name, value] of Object.entries(form.fields ?? {})) body.append(name, String(value))
  body.append('file', file)
  if (await sendMeasured(form.url, body, progress)) return
  try {
    await fetch(form.url, { method: 'POST', body, mode: 'no-cors' })
  } catch (failure) {
    throw new OfflineError(String(failure))
  }
}

/** 看得到进度的传法；文件服务没有对这个来源开放跨域的，浏览器一开始就不让传，返回 false。 */
function sendMeasured(url: string, body: FormData, progress: (share: number) => void): Promise<boolean> {
  return new Promise((done) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.upload.addEventListener('progress', (event) => event.lengthComputable && progress(event.loaded / event.total))
    request.addEventListener('load', () => done(true))
    request.addEventListener('error', () => done(false))
    request.send(body)
  })
}
