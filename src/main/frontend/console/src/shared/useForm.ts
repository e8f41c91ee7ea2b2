import { ApiError } from '@qihang/api-client'
import { computed, type ComputedRef, ref, type Ref } from 'vue'

export interface Form {
  /** What is wrong, by field: what was checked here, and what the server said. */
  fields: ComputedRef<Record<string, string>>
  problem: Ref<unknown>
  busy: Ref<boolean>
  submit: () => Promise<void>
  /** Forgets what was wrong, for a form that is opened again. */
  reset: () => void
}

interface FormOptions<T> {
  /** What is missing or wrong, by field; nothing is sent while there is any. Once asked to send, it is looked at again with every change. */
  check: () => Record<string, string>
  send: () => Promise<T>
  done: (answer: T) => unknown
}

/** A form that is checked, sent once at a time, and says what is wrong beside its fields. */
export function useForm<T>({ check, send, done }: FormOptions<T>): Form {
  const tried = ref(false)
  const wrong = computed(() => (tried.value ? check() : {}))
  const problem = ref<unknown>()
  const busy = ref(false)

  function reset() {
    tried.value = false
    problem.value = undefined
  }

  async function submit() {
    if (busy.value) return
    reset()
    tried.value = true
    if (Object.keys(wrong.value).length) return
    busy.value = true
    try {
      await done(await send())
    } catch (failure) {
      problem.value = failure
    } finally {
      busy.value = false
    }
  }

  const fields = computed(() => ({ ...(problem.value instanceof ApiError ? problem.value.fields : {}), ...wrong.value }))
  return { fields, problem, busy, submit, reset }
}
