import { ref, type Ref, shallowRef } from 'vue'
import type { PageOf } from './useList'

/** The names behind a figure: opened one figure at a time, read page after page. */
export function useMembers<Q, T>(load: (of: Q, after: string | undefined) => Promise<PageOf<T>>) {
  const opened = shallowRef<Q>() as Ref<Q | undefined>
  const members = shallowRef<T[]>([])
  const next = ref<string>()
  const loading = ref(false)
  const problem = ref<unknown>()
  let asked = 0

  async function more() {
    const of = opened.value
    if (of === undefined) return
    const turn = ++asked
    loading.value = true
    problem.value = undefined
    try {
      const page = await load(of, next.value)
      if (turn !== asked) return
      members.value = [...members.value, ...(page.items ?? [])]
      next.value = page.next ?? undefined
    } catch (failure) {
      if (turn === asked) problem.value = failure
    } finally {
      if (turn === asked) loading.value = false
    }
  }

  async function open(of: Q) {
    opened.value = of
    members.value = []
    next.value = undefined
    await more()
  }

  function close() {
    asked++
    opened.value = undefined
  }

  return { opened, members, next, loading, problem, open, more, close }
}

export type Members<Q, T> = ReturnType<typeof useMembers<Q, T>>
