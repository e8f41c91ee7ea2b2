// 一份接口文档，一个客户端：类型从 miniapp-api-docs/openapi.json 生成，传输由小程序（uni.request）或控制台（fetch）给出。
import type { paths } from './schema'

export type * from './schema'

type Method = 'get' | 'put' | 'post' | 'delete'
type Operation<P extends keyof paths, M extends Method> = paths[P] extends { [K in M]: infer O } ? O : never
type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: { responses: unknown } } ? P : never
}[keyof paths]

type Json<R> = R extends { content: { 'application/json': infer J } } ? J : undefined
type Success<O> = O extends { responses: infer R }
  ? { [S in keyof R]: S extends 200 | 201 | 202 | 204 ? Json<R[S]> : never }[keyof R]
  : never
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? { body: B }
  : O extends { requestBody?: { content: { 'application/json': infer B } } }
    ? { body?: B }
    : { body?: undefined }
type ParametersOf<O, K extends 'path' | 'query'> = O extends { parameters: { [L in K]: infer V } }
  ? { [L in K]: V }
  : O extends { parameters: { [L in K]?: infer V } }
    ? { [L in K]?: V }
    : unknown

export type Options<O> = BodyOf<O> & ParametersOf<O, 'path'> & ParametersOf<O, 'query'> & { key?: string }
type Arguments<O> = Record<string, never> extends Options<O> ? [options?: Options<O>] : [options: Options<O>]
type Call<M extends Method> = <P extends PathsWith<M>>(
  path: P,
  ...options: Arguments<Operation<P, M>>
) => Promise<Success<Operation<P, M>>>

/** What a transport sends. `body` is JSON text. */
export interface Request {
  method: string
  url: string
  headers: Record<string, string>
  body?: string
}

/** What came back; `data` is parsed JSON, or undefined when there is none, `retryAfter` the header in seconds. */
export interface Reply {
  status: number
  data: unknown
  retryAfter?: number
}

/** Sends one request once. Rejects with OfflineError when no answer came, whatever the reason. */
export type Transport = (request: Request) => Promise<Reply>

export interface FieldError {
  field: string
  message: string
}

/** problem+json of RFC 9457, as miniapp-api-docs/errors.md lists them. */
export interface Problem {
  status: number
  code: string
  title?: string
  detail?: string
  traceId?: string
  errors?: FieldError[]
  /** Seconds to wait before asking again, where the server named them. */
  retryAfter?: number
}

/** The server refused, and said in Chinese why and what to do. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title ?? `服务暂时不可用（${problem.status}），请稍后再试`)
    this.name = 'ApiError'
  }

  get status(): number {
    return this.problem.status
  }

  get code(): string {
    return this.problem.code
  }

  /** The messages of the form's fields, by the field's path in the request. */
  get fields(): Record<string, string> {
    return Object.fromEntries((this.problem.errors ?? []).map((it) => [it.field, it.message]))
  }
}

/** No answer came: no network, a time-out, a connection cut off. The request may or may not have been carried out. */
export class OfflineError extends Error {
  constructor(readonly reason = '') {
    super('网络不通，请检查网络后重试')
    this.name = 'OfflineError'
  }
}

export interface Settings {
  /** Address of the server, without a slash at the end; empty for the page's own. */
  base: string
  transport: Transport
  token: () => string | undefined
  /** Told once for each answer 401 to a request that carried a token. */
  signedOut?: () => void
}

export interface Client {
  get: Call<'get'>
  put: Call<'put'>
  post: Call<'post'>
  delete: Call<'delete'>
}

// 微信里没有 URLSearchParams
function queryOf(query: Record<string, unknown> = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((it) => it !== undefined && it !== null && it !== '')
      .map((it) => `${encodeURIComponent(name)}=${encodeURIComponent(String(it))}`),
  )
  return pairs.length ? `?${pairs.join('&')}` : ''
}

/** What a refusal says, or that it says nothing readable. */
export function problemOf({ status, data, retryAfter }: Reply): Problem {
  const known = typeof data === 'object' && data !== null && 'code' in data
  return known ? { ...(data as Problem), status, retryAfter } : { status, code: 'unreadable', retryAfter }
}

/** The seconds of a Retry-After header; undefined for none and for a date. */
export function secondsOf(header: unknown): number | undefined {
  return /^\d+$/.test(String(header)) ? Number(header) : undefined
}

/** The address of an operation with its path and query parameters filled in. */
export function addressOf(path: string, values: Record<string, unknown> = {}, query?: Record<string, unknown>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name]))) + queryOf(query)
}

export function createClient({ base, transport, token, signedOut }: Settings): Client {
  type Loose = { path?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown; key?: string }

  const caller =
    (method: string) =>
    async (path: string, { path: values, query, body, key }: Loose = {}) => {
      const bearer = token()
      const headers: Record<string, string> = { Accept: 'application/json' }
      if (body !== undefined) headers['Content-Type'] = 'application/json'
      if (bearer) headers.Authorization = `Bearer ${bearer}`
      if (key) headers['Idempotency-Key'] = key
      const reply = await transport({
        method,
        url: base + addressOf(path, values, query),
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
      })
      if (reply.status >= 200 && reply.status < 300) return reply.data
      if (reply.status === 401 && bearer) signedOut?.()
      throw new ApiError(problemOf(reply))
    }
  return {
    get: caller('GET') as unknown as Call<'get'>,
    put: caller('PUT') as unknown as Call<'put'>,
    post: caller('POST') as unknown as Call<'post'>,
    delete: caller('DELETE') as unknown as Call<'delete'>,
  }
}

/** For the console: the browser's own fetch, given up after 20 seconds. */
export const fetchTransport: Transport = async ({ method, url, headers, body }) => {
  try {
    const response = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(20_000) })
    const text = await response.text()
    return { status: response.status, data: parse(text), retryAfter: secondsOf(response.headers.get('Retry-After')) }
  } catch (failure) {
    throw new OfflineError(String(failure))
  }
}

/** JSON, or undefined for an empty body or one that is not JSON (a proxy's own error page). */
export function parse(text: unknown): unknown {
  if (typeof text !== 'string') return text
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
