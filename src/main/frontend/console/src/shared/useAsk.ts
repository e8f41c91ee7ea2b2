import { onMounted, ref, type Ref, shallowRef } from 'vue'

/** One thing a page reads when it opens, and what to show meanwhile. */
export function useAsk<T>(load: () => Promise<T>): { value: Ref<T | undefined>; problem: Ref<unknown>; loading: Ref<boolean>; reload: () => Promise<void> } {
  const value = shallowRef<T>()
  const problem = ref<unknown>()
  const loading = ref(true)

  async function reload() {
    loading.value = true
    problem.value = undefined
    try {
      value.value = await load()
    } catch (failure) {
      problem.value = failure
    } finally {
      loading.value = false
    }
  }

  onMounted(reload)
  return { value, problem, loading, reload }
}
