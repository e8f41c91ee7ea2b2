import type { CommissionerLine } from '@qihang/api-client'
import { api } from '@/shell/api'
import { county } from '@/shell/session'

export type Kind = 'SERVICE_COMMISSIONER' | 'RESIDENT_COMMISSIONER'

export const KINDS = [
  { value: 'SERVICE_COMMISSIONER', label: '助企服务专员' },
  { value: 'RESIDENT_COMMISSIONER', label: '驻企特派员' },
] as const

/** 县里全部的服务专员；一页一百名，取到完为止。 */
export async function allCommissioners(): Promise<CommissionerLine[]> {
  const all: CommissionerLine[] = []
  let after: string | undefined
  do {
    const page = await api.get('/api/v1/desk/commissioners', { query: { county: county.value, limit: 100, after } })
    all.push(...page.items)
    after = page.next ?? undefined
  } while (after)
  return all
}
