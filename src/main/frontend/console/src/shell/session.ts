import type { Me } from '@qihang/api-client'
import { computed, reactive } from 'vue'
import { api } from './api'
import type { Role } from './roles'

const TOKEN = 'qihang.token'

interface Session {
  token: string | undefined
  me: Me | undefined
}

export const session = reactive<Session>({
  token: sessionStorage.getItem(TOKEN) ?? undefined,
  me: undefined,
})

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
  }
}
