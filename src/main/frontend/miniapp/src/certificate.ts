import type { CertificateCard, CertificateTypeView, FactLine } from '@qihang/api-client'
import { day } from './format'

export const statusTones = { SUBMITTED: 'info', RETURNED: 'warn', WITHDRAWN: 'plain', VERIFIED: 'good', REVOKED: 'bad' } as const

export const validityTones = { NO_END: 'plain', GOOD: 'good', ENDING: 'warn', EXPIRED: 'bad' } as const

export function nameOf(card: CertificateCard): string {
  return card.level === 'UNSTATED' ? card.typeName : `${card.levelName}${card.typeName}`
}

/** 没有核验过的编号和影像，提交的人和工作人员才看得到 */
export function numberOf(card: CertificateCard): string {
  return card.number ? `编号 ${card.number}` : '编号和影像核验通过以后显示，现在提交的同事和工作人员看得到'
}

/** 有效期说成一句话 */
export function validityOf(card: CertificateCard): string {
  if (!card.validUntil) return '证书上没有写有效期'
  return `有效期至${day(card.validUntil)}，${card.validity.text}`
}

/** 证书证明的事实以证书的种类和级别为名；别的事实接口已经给了名称 */
export function factNameOf(fact: FactLine, types: CertificateTypeView[]): string {
  for (const { code, name, levels } of types) {
    if (fact.key === code) return name
    const level = levels.find((it) => fact.key === `${code}_${it.code.toLowerCase()}`)
    if (level) return `${level.name}${name}`
  }
  return fact.name
}

export function factValueOf({ value, unit }: FactLine): string {
  if (value === 'true') return '是'
  return value === 'false' ? '否' : `${value}${unit ?? ''}`
}
