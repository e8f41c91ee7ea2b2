import { describe, expect, it } from 'vitest'
import { ApiError, addressOf, createClient, fetchTransport, OfflineError, parse, secondsOf, type Reply, type Request } from '../src'

function client(reply: Reply, token?: string) {
  const sent: Request[] = []
  let signedOut = 0
  const api = createClient({
    base: 'http://county',
    token: () => token,
    signedOut: () => signedOut++,
    transport: async (request) => {
      sent.push(request)
      return reply
    },
  })
  return { api, sent, signedOut: () => signedOut }
}

describe('a request', () => {
  it('fills in the path, leaves out empty parameters and sends JSON with its key', async () => {
    const { api, sent } = client({ status: 201, data: { id: 'x' } }, 'abc')
    await api.post('/api/v1/enterprises/{enterprise}/tickets', {
      path: { enterprise: 'a/b' },
      body: { category: 'other', title: '停电', content: '每周停电' },
      key: 'k1',
    })
    expect(sent[0]).toEqual({
      method: 'POST',
      url: 'http://county/api/v1/enterprises/a%2Fb/tickets',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        Authorization: 'Bearer abc',
        'Idempotency-Key': 'k1',
      },
      body: '{"category":"other","title":"停电","content":"每周停电"}',
    })
  })

  it('repeats a parameter for each value', () => {
    expect(addressOf('/a', {}, { s: ['一', '2'], after: undefined, empty: '' })).toBe('/a?s=%E4%B8%80&s=2')
  })

  it('has no token before sign-in', async () => {
    const { api, sent } = client({ status: 200, data: {} })
    await api.get('/api/v1/consents/current')
    expect(sent[0].headers.Authorization).toBeUndefined()
    expect(sent[0].body).toBeUndefined()
  })
})

describe('a refusal', () => {
  it('carries what the server said and the fields it means', async () => {
    const { api } = client({
      status: 400,
      data: { code: 'invalid', detail: '请检查', errors: [{ field: 'title', message: '请写标题' }] },
    })
    const failure = await api.get('/api/v1/me').catch((it: unknown) => it)
    expect(failure).toBeInstanceOf(ApiError)
    expect((failure as ApiError).message).toBe('请检查')
    expect((failure as ApiError).fields).toEqual({ title: '请写标题' })
  })

  it('of a session is told once, and not when nobody was signed in', async () => {
    const known = client({ status: 401, data: { code: 'not-signed-in' } }, 'old')
    await known.api.get('/api/v1/me').catch(() => undefined)
    expect(known.signedOut()).toBe(1)
    const stranger = client({ status: 401, data: { code: 'not-signed-in' } })
    await stranger.api.get('/api/v1/me').catch(() => undefined)
    expect(stranger.signedOut()).toBe(0)
  })

  it('says how long to wait, where the server does', async () => {
    const { api } = client({ status: 503, data: { code: 'FILE_CHECK_BUSY', detail: '正忙' }, retryAfter: secondsOf('7') })
    const failure = await api.get('/api/v1/me').catch((it: unknown) => it)
    expect((failure as ApiError).problem.retryAfter).toBe(7)
    expect([secondsOf('Wed, 21 Oct 2026 07:28:00 GMT'), secondsOf(null), secondsOf('')]).toEqual([undefined, undefined, undefined])
  })

  it('by a proxy that answers no JSON is still said in Chinese', async () => {
    const { api } = client({ status: 502, data: parse('<html>') })
    await expect(api.get('/api/v1/me')).rejects.toThrow('服务暂时不可用（502），请稍后再试')
  })
})

it('no answer is offline', async () => {
  await expect(fetchTransport({ method: 'GET', url: 'http://127.0.0.1:1/', headers: {} })).rejects.toBeInstanceOf(OfflineError)
})
