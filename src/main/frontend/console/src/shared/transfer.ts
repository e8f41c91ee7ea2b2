import { ApiError, OfflineError, parse, problemOf, secondsOf } from '@qihang/api-client'
import { ref } from 'vue'
import { sessionLost } from '@/shell/api'
import { session } from '@/shell/session'

/** A transfer that hangs this long is given up, so that it can be tried again. */
const PATIENCE = 10 * 60_000

export type Method = 'GET' | 'POST'

interface Sending {
  method: Method
  url: string
  body?: FormData
  answer: 'blob' | 'text'
  progress: (share: number) => void
}

function send({ method, url, body, answer, progress }: Sending): Promise<XMLHttpRequest> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    request.responseType = answer
    if (session.token) request.setRequestHeader('Authorization', `Bearer ${session.token}`)
    const report = (event: ProgressEvent) => event.lengthComputable && progress(event.loaded / event.total)
    if (body) request.upload.addEventListener('progress', report)
    else request.addEventListener('progress', report)
    request.timeout = PATIENCE
    request.addEventListener('error', () => failed(new OfflineError()))
    request.addEventListener('timeout', () => failed(new OfflineError()))
    request.addEventListener('load', () => done(request))
    request.send(body)
  })
}

async function refused(request: XMLHttpRequest): Promise<never> {
  if (request.status === 401) sessionLost()
  const text = request.responseType === 'blob' ? await (request.response as Blob).text() : (request.response as string)
  const retryAfter = secondsOf(request.getResponseHeader('Retry-After'))
  throw new ApiError(problemOf({ status: request.status, data: parse(text), retryAfter }))
}

function nameIn(request: XMLHttpRequest): string | undefined {
  const disposition = request.getResponseHeader('Content-Disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return encoded ? decodeURIComponent(encoded) : /filename="?([^";]+)"?/.exec(disposition)?.[1]
}

/** Fetches a file the session may see and saves it under the name the server gives it. */
export async function download(url: string, name: string, progress: (share: number) => void = () => {}, method: Method = 'GET'): Promise<void> {
  const request = await send({ method, url, answer: 'blob', progress })
  if (request.status !== 200) return refused(request)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(request.response as Blob)
  link.download = nameIn(request) ?? name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Sends a file as the form field `file` to an operation of the API. */
export async function upload<T>(url: string, file: File, progress: (share: number) => void = () => {}): Promise<T> {
  const body = new FormData()
  body.append('file', file)
  const request = await send({ method: 'POST', url, body, answer: 'text', progress })
  if (request.status < 200 || request.status > 299) return refused(request)
  return parse(request.response) as T
}

/** The newest transfer with what a page shows of it. */
export function useTransfer() {
  const busy = ref(false)
  const share = ref(0)
  const problem = ref<unknown>()
  let started = 0

  async function run<T>(act: (progress: (it: number) => void) => Promise<T>): Promise<T | undefined> {
    const turn = ++started
    busy.value = true
    share.value = 0
    problem.value = undefined
    try {
      return await act((it) => {
        if (turn === started) share.value = it
      })
    } catch (failure) {
      if (turn === started) problem.value = failure
      return undefined
    } finally {
      if (turn === started) busy.value = false
    }
  }
  return { busy, share, problem, run }
}
