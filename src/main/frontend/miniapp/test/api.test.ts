import { beforeEach, describe, expect, it, vi } from 'vitest'

interface Sent {
  url: string
  header: Record<string, string>
}

type Answer = [status: number, data?: unknown] | 'offline'

let sent: Sent[]
let answers: Record<string, Answer[]>
let reLaunched: string[]

// 一个会按次序回答的服务器
function serve(url: string): Answer {
  const queue = answers[url.split('?')[0]]
  if (!queue?.length) throw new Error(`没有准备 ${url} 的回答`)
  return queue.length > 1 ? queue.shift()! : queue[0]
}

async function load() {
  vi.resetModules()
  const { api, wordsOf } = await import('@/api')
  const { session, leave } = await import('@/session')
  return { api, wordsOf, session, leave }
}

beforeEach(() => {
  sent = []
  answers = { '/demo/login-codes': [[200, '{"code":"c"}']] }
  reLaunched = []
  Object.assign(uni, {
    reLaunch: ({ url }: { url: string }) => reLaunched.push(url),
    request: ({ url, header, success, fail }: Sent & { success: (it: object) => void; fail: (it: object) => void }) => {
      sent.push({ url, header })
      const answer = serve(url)
      if (answer === 'offline') fail({ errMsg: 'request:fail' })
      else success({ statusCode: answer[0], data: typeof answer[1] === 'string' ? answer[1] : JSON.stringify(answer[1] ?? '') })
    },
  })
  vi.stubGlobal('getCurrentPages', () => [{ route: 'pages/me/inbox', options: { id: '7' } }])
})

const signedIn = { token: 't1', consentNeeded: false, phoneNeeded: false }

describe('登录', () => {
  it('没有登录的悄悄登录，再发原来的请求', async () => {
    answers['/api/v1/me'] = [[401, { code: 'NOT_SIGNED_IN' }], [200, { id: 'me' }]]
    answers['/api/v1/sign-in'] = [[200, signedIn]]
    const { api, session } = await load()
    expect(await api.get('/api/v1/me')).toEqual({ id: 'me' })
    expect(sent.map((it) => it.url)).toEqual(['/api/v1/me', '/demo/login-codes', '/api/v1/sign-in', '/api/v1/me'])
    expect(sent.at(-1)!.header.Authorization).toBe('Bearer t1')
    expect(session.token).toBe('t1')
    expect(reLaunched).toEqual([])
  })

  it('登录记在本机，下次打开还在', async () => {
    answers['/api/v1/me'] = [[401, { code: 'NOT_SIGNED_IN' }], [200, {}]]
    answers['/api/v1/sign-in'] = [[200, signedIn]]
    await (await load()).api.get('/api/v1/me')
    expect((await load()).session.token).toBe('t1')
  })

  it('几个请求同时发现没有登录，只登录一次', async () => {
    answers['/api/v1/me'] = [[401, { code: 'NOT_SIGNED_IN' }], [401, { code: 'NOT_SIGNED_IN' }], [200, {}]]
    answers['/api/v1/sign-in'] = [[200, signedIn]]
    const { api } = await load()
    await Promise.all([api.get('/api/v1/me'), api.get('/api/v1/me')])
    expect(sent.filter((it) => it.url === '/api/v1/sign-in')).toHaveLength(1)
  })

  it('只再试一次：登录了还说没有登录的，去登录页，办完回到这一页', async () => {
    answers['/api/v1/me'] = [[401, { code: 'NOT_SIGNED_IN', detail: '请重新登录。' }]]
    answers['/api/v1/sign-in'] = [[200, signedIn]]
    const { api, session } = await load()
    await expect(api.get('/api/v1/me')).rejects.toThrow('请重新登录。')
    expect(session.token).toBeUndefined()
    expect(sent.filter((it) => it.url === '/api/v1/me')).toHaveLength(2)
    expect(reLaunched).toEqual([`/pages/welcome/index?then=${encodeURIComponent('pages/me/inbox?id=7')}`])
  })

  it('登录码被拒绝的换一个再登录一次', async () => {
    answers['/api/v1/me'] = [[401, { code: 'NOT_SIGNED_IN' }], [200, {}]]
    answers['/api/v1/sign-in'] = [[401, { code: 'WECHAT_CODE_REFUSED' }], [200, signedIn]]
    await (await load()).api.get('/api/v1/me')
    expect(sent.filter((it) => it.url === '/demo/login-codes')).toHaveLength(2)
  })

  it('等回答的时候别的请求已经登录过，不再登录一次', async () => {
    answers['/api/v1/me'] = [[401, { code: 'NOT_SIGNED_IN' }], [200, {}]]
    answers['/api/v1/sign-in'] = [[200, signedIn]]
    const { api, session } = await load()
    const { request } = uni
    Object.assign(uni, {
      request: (it: Sent & { success: () => void; fail: () => void }) => {
        if (sent.length === 0) session.token = 't2'
        request(it as never)
      },
    })
    await api.get('/api/v1/me')
    expect(sent.map((it) => it.url)).toEqual(['/api/v1/me', '/api/v1/me'])
    expect(sent[1].header.Authorization).toBe('Bearer t2')
  })

  it('悄悄登录的时候本人退出了，就不再登录回来', async () => {
    answers['/api/v1/me'] = [[401, { code: 'NOT_SIGNED_IN', detail: '请登录。' }]]
    answers['/api/v1/sign-in'] = [[200, signedIn]]
    const { api, session, leave } = await load()
    const { request } = uni
    Object.assign(uni, {
      request: (it: Sent & { success: () => void; fail: () => void }) => {
        if (it.url === '/api/v1/sign-in') leave()
        request(it as never)
      },
    })
    await expect(api.get('/api/v1/me')).rejects.toThrow('请登录。')
    expect([session.token, session.left]).toEqual([undefined, true])
  })

  it('本人退出之后不再悄悄登录', async () => {
    answers['/api/v1/me'] = [[401, { code: 'NOT_SIGNED_IN', detail: '请登录。' }]]
    const { api, leave } = await load()
    leave()
    await expect(api.get('/api/v1/me')).rejects.toThrow('请登录。')
    expect(sent).toHaveLength(1)
    expect(reLaunched).toHaveLength(1)
  })

  it('没有同意说明的去登录页', async () => {
    answers['/api/v1/me'] = [[403, { code: 'CONSENT_NEEDED', detail: '请先同意。' }]]
    const { api, session } = await load()
    await expect(api.get('/api/v1/me')).rejects.toThrow('请先同意。')
    expect(session.consentNeeded).toBe(true)
    expect(reLaunched).toHaveLength(1)
  })

  it('退出时忘掉这个人的一切，留下这部手机的设置', async () => {
    const { leave } = await load()
    const { keep, kept } = await import('@/store')
    keep('draft.x', 1)
    keep('device.large-text', true)
    leave()
    expect(kept('draft.x')).toBeUndefined()
    expect(kept('device.large-text')).toBe(true)
  })
})

it('退出之后，不留上一位的企业', async () => {
  answers['/api/v1/enterprises/mine'] = [[200, { items: [{ id: 'e1', status: 'ACTIVE', proof: 'OFFICER' }], next: null }]]
  const { session, leave } = await load()
  const { chooseEnterprise, enterprise, enterprisesLoaded, loadEnterprises } = await import('@/enterprise')
  session.token = 't1'
  await loadEnterprises()
  chooseEnterprise('e1')
  expect(enterprise.value?.id).toBe('e1')
  leave()
  await Promise.resolve()
  expect([enterprise.value, enterprisesLoaded.value]).toEqual([undefined, false])
})

describe('失败说给用户的话', () => {
  it('断网、服务器的话、别的', async () => {
    answers['/api/v1/me'] = ['offline']
    const { api, wordsOf } = await load()
    const failure = await api.get('/api/v1/me').catch((it: unknown) => it)
    expect(wordsOf(failure)).toBe('网络不通，请检查网络后重试')
    expect(wordsOf(new TypeError('x'))).toBe('出错了，请返回重新进入')
  })
})
