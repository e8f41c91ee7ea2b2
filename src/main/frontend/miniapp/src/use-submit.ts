import { ApiError } from '@qihang/api-client'
import { ref, type Ref } from 'vue'
import { wordsOf } from './api'

export interface Submitting {
  busy: Ref<boolean>
  /** 不属于哪一栏的话 */
  error: Ref<string>
  /** 各栏的话，按请求里的字段名 */
  fields: Ref<Record<string, string>>
  /** 办成返回 true；同时只办一次 */
  submit: (work: () => Promise<unknown>) => Promise<boolean>
}

export function useSubmit(): Submitting {
  const busy = ref(false)
  const error = ref('')
  const fields = ref<Record<string, string>>({})

  async function submit(work: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    error.value = ''
    fields.value = {}
    try {
      await work()
      return true
    } catch (failure) {
      if (failure instanceof ApiError) fields.value = failure.fields
      error.value =
        failure instanceof ApiError && failure.code === 'IDEMPOTENCY_KEY_REUSED'
          ? '刚才那次已经提交成功，请返回刷新后查看'
          : wordsOf(failure)
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, error, fields, submit }
}
