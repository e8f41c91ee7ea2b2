import type { CertificateCard } from '@qihang/api-client'
import { day } from './format'

export const statusTones = { SUBMITTED: 'info', RETURNED: 'warn', WITHDRAWN: 'plain', VERIFIED: 'good', REVOKED: 'bad' } as const

export const validityTones = { NO_END: 'plain', GOOD: 'good', ENDING: 'warn', EXPIRED: 'bad' } as const

export function nameOf(card: CertificateCard): string {
  return card.level === 'UNSTATED' ? card.typeName : `${card.levelName}${card.typeName}`
}

/** 有效期说成一句话 */
export function validityOf(card: CertificateCard): string {
  if (!card.validUntil) return '证书上没有写有效期'
  return `有效期至${day(card.validUntil)}，${card.validity.text}`
}
