import type { CertificateTypeView, OfficeView } from '@qihang/api-client'
import { computed, type ComputedRef, shallowRef } from 'vue'
import { api } from '@/shell/api'
import { county } from '@/shell/session'
import { unitsOfCounty } from './directory'

export interface Option {
  value: string
  label: string
}

/** A list of the county that pages choose from, read once; empty until it is there, and read again when that failed. */
function once<T>(ask: (county: string) => Promise<T[]>): () => ComputedRef<T[]> {
  const list = shallowRef<T[]>([])
  let asked: string | undefined
  return () => {
    const of = county.value
    if (asked !== of) {
      asked = of
      list.value = []
      ask(of).then(
        (it) => {
          if (asked === of) list.value = it
        },
        () => {
          if (asked === of) asked = undefined
        },
      )
    }
    return computed(() => list.value)
  }
}

const options = (list: () => ComputedRef<{ code: string; name: string }[]>) => () => {
  const all = list()
  return computed(() => all.value.map((it): Option => ({ value: it.code, label: it.name })))
}

export const useOfficeList = once<OfficeView>((it) => api.get('/api/v1/desk/regions/{county}/offices', { path: { county: it } }))
export const useCertificateTypes = once<CertificateTypeView>((it) =>
  api.get('/api/v1/regions/{county}/certificate-types', { path: { county: it } }),
)

export const useUnits = options(once(() => unitsOfCounty()))
export const useOffices = options(useOfficeList)
export const useCategories = options(once((it) => api.get('/api/v1/regions/{county}/ticket-categories', { path: { county: it } })))
