import { ApiError, createClient } from '@qihang/api-client'
import { reactive } from 'vue'
import { server } from './config'
import { forget, keep, kept, names } from './store'
import { send } from './transport'
import { loginCode } from './wechat'

interface Session {
  token: string | undefined
  /** 本人退出了：不再悄悄登录 */
  left: boolean
  consentNeeded: boolean
  phoneNeeded: boolean
}

const key = 'session'

export const session = reactive<Session>(
  kept<Session>(key) ?? { token: undefined, left: false, consentNeeded: false, phoneNeeded: false },
)

function change(changes: Partial<Session>): void {
  Object.assign(session, changes)
  keep(key, session)
}

const open = createClient({ base: server, transport: send, token: () => undefined })

let running: Promise<void> | undefined
/** 本人退出过几次 */
let departures = 0

/** 微信登录；同时要登录的只登录一次。登录凭证被拒绝的换一个再试一次。 */
export function signIn(): Promise<void> {
  running ??= enter().finally(() => {
    running = undefined
  })
  return running
}

async function enter(): Promise<void> {
  const before = departures
  const exchange = async () => open.post('/api/v1/sign-in', { body: { code: await loginCode() } })
  const answer = await exchange().catch((failure) => {
    if (failure instanceof ApiError && failure.code === 'WECHAT_CODE_REFUSED') return exchange()
    throw failure
  })
  // 悄悄登录的时候本人退出了，就不再登录回来
  if (before !== departures) return
  change({
    token: answer.token,
    left: false,
    consentNeeded: answer.consentNeeded,
    phoneNeeded: answer.phoneNeeded,
  })
}

/** 刚登录的也不认：从登录页重新来 */
export function tokenRefused(): void {
  change({ token: undefined })
}

/** 说明有了新版本，或者还没有同意 */
export function consentMissing(): void {
  change({ consentNeeded: true })
}

export function consented(): void {
  change({ consentNeeded: false })
}

export function phoneBound(): void {
  change({ phoneNeeded: false })
}

/** 忘掉这个人在本机的一切：会话、草稿、选定的企业；没有送到的走访留着，再登录接着送 */
export function leave(): void {
  departures += 1
  running = undefined
  names()
    .filter((it) => !it.startsWith('visit.'))
    .forEach(forget)
  change({ token: undefined, left: true, consentNeeded: false, phoneNeeded: false })
}
