import type { Industry, UnitView } from '@qihang/api-client'
import { api } from '@/shell/api'
import { county } from '@/shell/session'

let units: { of: string; list: Promise<UnitView[]> } | undefined
let industries: Promise<Industry[]> | undefined

/** The county's units in the documents' order, read once. */
export function unitsOfCounty(): Promise<UnitView[]> {
  const of = county.value
  if (units?.of !== of) {
    const list = api.get('/api/v1/regions/{county}/units', { path: { county: of } })
    units = { of, list }
    list.catch(() => (units = undefined))
  }
  return units.list
}

/** 国民经济行业分类, read once. */
export function allIndustries(): Promise<Industry[]> {
  industries ??= api.get('/api/v1/industries').catch((failure: unknown) => {
    industries = undefined
    throw failure
  })
  return industries
}
