// 三员分立：系统管理员管账号，安全管理员管岗位和登录安全，审计管理员查记录，互不兼任。
import { ROLE_NAMES, type Role } from '@/shell/roles'

export type AccountKind = 'BUSINESS' | 'SYSTEM_ADMIN' | 'SECURITY_ADMIN' | 'AUDIT_ADMIN'

export const KINDS: { value: AccountKind; label: string; hint: string }[] = [
  { value: 'BUSINESS', label: '业务账号', hint: '县局、乡镇（街道）、部门、专员、领导' },
  { value: 'SYSTEM_ADMIN', label: '系统管理员账号', hint: '管账号，看不到业务数据' },
  { value: 'SECURITY_ADMIN', label: '安全管理员账号', hint: '管岗位、动态口令和锁定' },
  { value: 'AUDIT_ADMIN', label: '审计管理员账号', hint: '查审计记录、核对审计链' },
]

const BUSINESS: Role[] = ['COUNTY_OFFICER', 'TOWNSHIP_OFFICER', 'HANDLER', 'COMMISSIONER', 'LEADER']

/** 这类账号能授予的岗位。 */
export function grantable(kind: string | undefined): { value: Role; label: string }[] {
  const roles: Role[] = kind === 'BUSINESS' ? BUSINESS : kind ? [kind as Role] : []
  return roles.map((it) => ({ value: it, label: ROLE_NAMES[it] }))
}

/** 岗位要限定在哪里。 */
export function scopeOf(role: string): { unit: 'needed' | 'none'; office: 'needed' | 'optional' | 'none' } {
  switch (role) {
    case 'TOWNSHIP_OFFICER':
      return { unit: 'needed', office: 'none' }
    case 'HANDLER':
      return { unit: 'none', office: 'needed' }
    case 'COUNTY_OFFICER':
      return { unit: 'none', office: 'optional' }
    default:
      return { unit: 'none', office: 'none' }
  }
}

/** 不归这个管理员管的事，归谁。 */
export function notMine(roles: readonly string[]): string[] {
  const words: string[] = []
  if (!roles.includes('SECURITY_ADMIN')) words.push('岗位的授予和收回、解除锁定、重置动态口令由安全管理员办理。')
  if (!roles.includes('SYSTEM_ADMIN')) words.push('新建、停用、启用账号和重置密码由系统管理员办理。')
  return words
}
