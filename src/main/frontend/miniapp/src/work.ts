import { ref, watch } from 'vue'
import { api } from './api'
import { session } from './session'
import { forget, keep, kept } from './store'

/** 绑定的工作账号有哪些岗位、在哪个单位 */
export interface Standing {
  roles: string[]
  offices: string[]
}

const name = 'standing'

export const standing = ref(kept<Standing>(name))

/** 没有绑定的清掉 */
export async function loadStanding(bound: boolean): Promise<void> {
  if (!bound) {
    standing.value = undefined
    return forget(name)
  }
  const { roles, offices } = await api.get('/api/v1/desk/me')
  standing.value = { roles, offices }
  keep(name, standing.value)
}

// 退出的不留；登录过期的重新登录后还在
watch(
  () => session.token,
  (token) => (standing.value = token ? kept(name) : undefined),
)

export interface Desk {
  title: string
  note: string
  icon: string
  to: string
}

const OFFICES = ['COUNTY_OFFICER', 'TOWNSHIP_OFFICER', 'HANDLER', 'LEADER']

/** 这些岗位在手机上能办的事 */
export function desksOf(it: Standing | undefined): Desk[] {
  const has = (...roles: string[]) => roles.some((role) => it?.roles.includes(role))
  return [
    ...(has('COMMISSIONER') ? [{ title: '服务专员', note: '走访、承诺、帮包的企业', icon: 'visit', to: 'pages/field/today' }] : []),
    ...(has(...OFFICES) ? [{ title: has('HANDLER') ? '我办的诉求' : '诉求办理情况', note: '先到期的在前', icon: 'clock', to: 'pages/work/tickets' }] : []),
  ]
}

/** 是不是由这个人的单位承办 */
export function handles(it: Standing | undefined, office: string | null): boolean {
  return Boolean(it?.roles.includes('HANDLER') && office && it.offices.includes(office))
}

/** 是不是县局的人，延期由他们的单位决定 */
export function approves(it: Standing | undefined): boolean {
  return Boolean(it?.roles.includes('COUNTY_OFFICER'))
}
