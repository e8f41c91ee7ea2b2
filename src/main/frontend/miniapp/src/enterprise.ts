import type { MyEnterprise } from '@qihang/api-client'
import { computed, reactive, watch } from 'vue'
import { api } from './api'
import { session } from './session'
import { keep, kept } from './store'

const state = reactive<{ all: MyEnterprise[]; loaded: boolean; chosen?: string }>({
  all: [],
  loaded: false,
  chosen: kept<string>('enterprise'),
})

// 退出、注销之后，不留上一位的企业
watch(
  () => session.token,
  (token) => {
    if (!token) Object.assign(state, { all: [], loaded: false, chosen: kept('enterprise') })
  },
)

/** 我名下的企业（有效的和待同意的） */
export const enterprises = computed(() => state.all)

/** 现在办事的这家：上次选的，没有选过的是第一家身份已确认的 */
export const enterprise = computed<MyEnterprise | undefined>(
  () => state.all.find((it) => it.id === state.chosen) ?? state.all.find(isConfirmed) ?? state.all[0],
)

/** 看得到企业内容的身份：有效，并且不是自报 */
export function isConfirmed(it: MyEnterprise | undefined): boolean {
  return it?.status === 'ACTIVE' && it.proof !== 'SELF_REPORTED'
}

/** 身份办到哪一步 */
export function standingOf(it: MyEnterprise): string {
  if (isConfirmed(it)) return it.proofName
  return it.status === 'ACTIVE' ? '身份待确认' : it.statusName
}

export const enterprisesLoaded = computed(() => state.loaded)

/** 重新取我的企业 */
export async function loadEnterprises(): Promise<MyEnterprise[]> {
  const page = await api.get('/api/v1/enterprises/mine', { query: { limit: 100 } })
  state.all = page.items
  state.loaded = true
  return state.all
}

export function chooseEnterprise(id: string): void {
  state.chosen = id
  keep('enterprise', id)
}
