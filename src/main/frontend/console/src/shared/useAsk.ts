import { onMounted, ref, type Ref, shallowRef } from 'vue'

/** One thing a page reads when it opens, and what to show meanwhile. */
export function useAsk<T>(load: () => Promise<T>): { value: Ref<T | undefined>; problem: Ref<unknown>; loading: Ref<boolean>; reload: () => Promise<void> } {
  const value = shallowRef<T>()
  const problem = ref<unknown>()
  const loading = ref(true)
  let asked = 0

  async function reload() {
    const turn = ++asked
    loading.value = true
    problem.value = undefined
    try {
      const found = await load()
      if (turn === asked) value.value = found
    } catch (failure) {
      if (turn === asked) problem.value = failure
    } finally {
      if (turn === asked) loading.value = false
    }
  }

  onMounted(reload)
  return { value, problem, loading, reload }
}
