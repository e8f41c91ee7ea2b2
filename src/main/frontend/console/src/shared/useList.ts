import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { session } from '@/shell/session'

export interface Paging {
  after: string | undefined
  limit: number
}

export interface PageOf<T> {
  items?: T[]
  next?: string | null
}

type Filters = Record<string, string>

interface ListOptions<T, F extends Filters, X> {
  /** Names the list's own memory of filters; a list without a name keeps them neither there nor in the address. */
  name?: string
  /** Every filter and its value when nothing is chosen. */
  filters: F
  load: (filters: F, page: Paging) => Promise<PageOf<T> & X>
  /** Told the page that is shown, for what comes with it; not one that a newer question has overtaken. */
  arrived?: (page: PageOf<T> & X) => void
  limit?: number
}

/** A list read by key: one page at a time, its filters remembered in the address and for the next visit. */
export function useList<T, F extends Filters = Record<string, never>, X = unknown>({
  name,
  filters: defaults,
  load,
  arrived,
  limit = 20,
}: ListOptions<T, F, X>) {
  const route = useRoute()
  const router = useRouter()
  const memory = `qihang.list.${session.me?.id}.${name}`
  const home = route.path

  const filters = reactive({ ...defaults }) as F
  const after = ref<string>()
  const before = ref<string[]>([])
  const items = shallowRef<T[]>([])
  const next = ref<string>()
  const loading = ref(true)
  const problem = ref<unknown>()
  let asked = 0

  const narrowed = computed(() => Object.keys(defaults).some((it) => filters[it] !== defaults[it]))

  async function reload() {
    const turn = ++asked
    loading.value = true
    problem.value = undefined
    try {
      const page = await load({ ...filters }, { after: after.value, limit })
      if (turn !== asked) return
      items.value = page.items ?? []
      next.value = page.next ?? undefined
      arrived?.(page)
    } catch (failure) {
      if (turn === asked) problem.value = failure
    } finally {
      if (turn === asked) loading.value = false
    }
  }

  function chosen(): Filters {
    return Object.fromEntries(Object.entries(filters).filter(([key, value]) => value !== defaults[key]))
  }

  function readAddress() {
    for (const key of Object.keys(defaults)) (filters as Filters)[key] = String(route.query[key] ?? defaults[key])
    after.value = route.query.after ? String(route.query.after) : undefined
    before.value = (window.history.state?.before as string[] | undefined) ?? []
  }

  async function go(to: string | undefined, trail: string[]) {
    if (name) {
      await router.push({ query: { ...chosen(), ...(to && { after: to }) }, state: { before: trail } })
    } else {
      after.value = to
      before.value = trail
      await reload()
    }
  }

  /** Reads the first page with the filters as they now are. */
  async function search() {
    if (name) {
      localStorage.setItem(memory, JSON.stringify(chosen()))
      const asIs = new URLSearchParams(chosen()).toString() === new URLSearchParams(route.query as Filters).toString()
      if (asIs) await reload()
      else await router.replace({ query: chosen() })
    } else {
      await go(undefined, [])
    }
  }

  async function clear() {
    Object.assign(filters, defaults)
    await search()
  }

  const forward = () => go(next.value, [...before.value, after.value ?? ''])
  const back = () => go(before.value.at(-1) || undefined, before.value.slice(0, -1))

  if (name) {
    const kept = localStorage.getItem(memory)
    if (Object.keys(route.query).length === 0 && kept && kept !== '{}') {
      void router.replace({ query: JSON.parse(kept) as Filters })
    } else {
      readAddress()
      void reload()
    }
    watch(
      () => route.query,
      () => {
        if (route.path !== home) return
        readAddress()
        void reload()
      },
    )
  } else {
    void reload()
  }

  return reactive({ filters, items, next, after, loading, problem, narrowed, reload, search, clear, forward, back })
}

export type List<T> = {
  items: T[]
  next: string | undefined
  after: string | undefined
  loading: boolean
  problem: unknown
  narrowed: boolean
  reload: () => Promise<void>
  clear: () => Promise<void>
  forward: () => Promise<void>
  back: () => Promise<void>
}
