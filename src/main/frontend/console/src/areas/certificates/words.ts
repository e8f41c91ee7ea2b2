import type { Tone } from '@/shared/StatusTag.vue'

export type CertificateStatus = 'SUBMITTED' | 'RETURNED' | 'WITHDRAWN' | 'VERIFIED' | 'REVOKED'
export type ValidityState = 'NO_END' | 'GOOD' | 'ENDING' | 'EXPIRED'
export type Level = 'NATIONAL' | 'PROVINCIAL' | 'CITY' | 'UNSTATED'

export const STATUSES: { value: CertificateStatus; label: string }[] = [
  { value: 'SUBMITTED', label: '待核验' },
  { value: 'VERIFIED', label: '已认定' },
  { value: 'RETURNED', label: '已退回' },
  { value: 'REVOKED', label: '已撤销' },
  { value: 'WITHDRAWN', label: '企业已撤回' },
]

export const VALIDITIES: { value: ValidityState; label: string }[] = [
  { value: 'GOOD', label: '90 天以上' },
  { value: 'ENDING', label: '90 天内到期' },
  { value: 'EXPIRED', label: '已过期' },
  { value: 'NO_END', label: '没有写有效期' },
]

const TONES: Record<CertificateStatus, Tone> = {
  SUBMITTED: 'info',
  VERIFIED: 'good',
  RETURNED: 'warn',
  WITHDRAWN: 'plain',
  REVOKED: 'bad',
}

export const statusTone = (status: string | undefined): Tone => TONES[status as CertificateStatus] ?? 'plain'

export const validityTone = (state: string | undefined): Tone =>
  state === 'EXPIRED' ? 'bad' : state === 'ENDING' ? 'warn' : state === 'GOOD' ? 'good' : 'plain'

/** 在一串编号里往前或往后走一步；走到头就停在头上。 */
export function neighbour(ids: string[], current: string | undefined, by: 1 | -1): string | undefined {
  const at = current ? ids.indexOf(current) : -1
  if (at === -1) return ids[0]
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))]
}

/** 办完一件以后看哪一件：原来的下一件，没有了就看最后一件。 */
export function afterDone(ids: string[], done: string): string | undefined {
  const at = ids.indexOf(done)
  const left = ids.filter((it) => it !== done)
  return left[Math.min(Math.max(at, 0), left.length - 1)]
}
