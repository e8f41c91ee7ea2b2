// 文件直接传到文件服务，分三步：申请表单、传、提交检查。文件服务在另一个来源，传的结果以提交检查为准。
import { OfflineError, type UploadForm } from '@qihang/api-client'
import { api } from '@/shell/api'

export interface Uploading {
  name: string
  size: number
  /** 传到第几步。 */
  step: 'sending' | 'checking'
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

export async function upload(file: File, open: Open, key: string, checking: () => void): Promise<string> {
  const form = await open({ name: file.name, contentType: typeOf(file.name) ?? '', size: file.size })
  await send(form, file)
  checking()
  const id = form.file
  await api.post('/api/v1/desk/uploads/{file}/commitment', { path: { file: id }, key })
  return id
}

async function send(form: UploadForm, file: File): Promise<void> {
  const body = new FormData()
  for (const [name, value] of Object.entries(form.fields ?? {})) body.append(name, String(value))
  body.append('file', file)
  try {
    await fetch(form.url, { method: 'POST', body, mode: 'no-cors' })
  } catch (failure) {
    throw new OfflineError(String(failure))
  }
}
