import type { Me } from '@qihang/api-client'
import { computed, reactive } from 'vue'
import { api } from './api'
import type { Role } from './roles'

const TOKEN = 'qihang.token'
/** How long a tab without a session waits for another one to lend its own. */
const PATIENCE = 200

interface Session {
  token: string | undefined
  me: Me | undefined
}

export const session = reactive<Session>({
  token: sessionStorage.getItem(TOKEN) ?? undefined,
  me: undefined,
})

type Word = { kind: 'ask' } | { kind: 'lend'; token: string } | { kind: 'left' }

// 同一个浏览器的标签页共用一次登录：新开的向开着的要。token 只存在标签页里，浏览器一关就没有了
const tabs = new BroadcastChannel('qihang.session')
let left = () => {}

tabs.addEventListener('message', ({ data }: MessageEvent<Word>) => {
  if (data.kind === 'ask' && session.token) tabs.postMessage({ kind: 'lend', token: session.token } satisfies Word)
  if (data.kind === 'left' && session.token) {
    forget()
    left()
  }
})

/** What to do when the account signed out in another tab. */
export function whenLeftElsewhere(then: () => void): void {
  left = then
}

/** Takes over the session of another tab, if one has any but the dead one. */
export async function borrow(dead?: string): Promise<boolean> {
  const lent = await new Promise<string | undefined>((resolve) => {
    const listen = ({ data }: MessageEvent<Word>) => data.kind === 'lend' && data.token !== dead && answer(data.token)
    const answer = (token?: string) => {
      tabs.removeEventListener('message', listen)
      resolve(token)
    }
    tabs.addEventListener('message', listen)
    setTimeout(answer, PATIENCE)
    tabs.postMessage({ kind: 'ask' } satisfies Word)
  })
  if (lent) signedIn(lent)
  return lent !== undefined
}

export const roles = computed(() => (session.me?.roles ?? []) as Role[])

export const has = (...some: Role[]): boolean => roles.value.some((it) => some.includes(it))

/** The county the account belongs to. */
export const county = computed(() => session.me?.county ?? '')

/** The township, street or zone of a township officer; undefined for everyone who sees the whole county. */
export const ownUnit = computed(() => (has('TOWNSHIP_OFFICER') ? session.me?.units?.[0] : undefined))

export function signedIn(token: string): void {
  sessionStorage.setItem(TOKEN, token)
  session.token = token
  session.me = undefined
}

export function forget(): void {
  sessionStorage.removeItem(TOKEN)
  session.token = undefined
  session.me = undefined
}

/** What the account may do; asked once after signing in or reloading. */
export async function standing(): Promise<Me> {
  session.me ??= await api.get('/api/v1/desk/me')
  return session.me
}

export async function changePassword(current: string, fresh: string): Promise<void> {
  await api.post('/api/v1/desk/me/password', { body: { current, fresh } })
  session.me = undefined
}

export async function signOut(): Promise<void> {
  try {
    await api.post('/api/v1/desk/sign-out')
  } finally {
    forget()
    tabs.postMessage({ kind: 'left' } satisfies Word)
  }
}
