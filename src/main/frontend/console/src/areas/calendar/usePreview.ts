import { ApiError, type Effect } from '@qihang/api-client'
import { computed, ref } from 'vue'

/** 先看影响、再登记：改了内容要重新看。 */
export function usePreview(check: () => Record<string, string>, preview: () => Promise<Effect>, enter: () => Promise<unknown>) {
  const wrong = ref<Record<string, string>>({})
  const problem = ref<unknown>()
  const busy = ref(false)
  const effect = ref<Effect>()
  const fields = computed(() => ({ ...(problem.value instanceof ApiError ? problem.value.fields : {}), ...wrong.value }))

  /** 返回 true 的是已经登记。 */
  async function submit(): Promise<boolean> {
    if (busy.value) return false
    wrong.value = check()
    if (Object.keys(wrong.value).length) return false
    busy.value = true
    problem.value = undefined
    try {
      if (effect.value) {
        await enter()
        return true
      }
      effect.value = await preview()
    } catch (failure) {
      problem.value = failure
    } finally {
      busy.value = false
    }
    return false
  }

  const again = () => (effect.value = undefined)

  return { wrong, problem, busy, effect, fields, submit, again }
}
