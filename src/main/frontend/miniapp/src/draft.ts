import { onHide, onUnload } from '@dcloudio/uni-app'
import { getCurrentInstance, reactive, watch } from 'vue'
import { uuid } from './ids'
import { forget, keep, kept } from './store'

interface Kept<T> {
  form: T
  key: string
}

export interface Draft<T> {
  form: T
  /** 这次提交的幂等键：重试不变，提交成功后换新的 */
  key: () => string
  /** 打开时有没有上次没写完的 */
  restored: boolean
  /** 提交成功：草稿删掉 */
  done: () => void
  /** 不要上次写的 */
  discard: () => void
}

/** 边写边存的表单；退出小程序、没有网、提交失败都不丢。等到了内容才用的，`page` 要在 setup 里先取好 */
export function useDraft<T extends object>(name: string, blank: () => T, page = getCurrentInstance()): Draft<T> {
  const stored = `draft.${name}`
  const last = kept<Kept<T>>(stored)
  let key = last?.key ?? uuid()
  let timer: ReturnType<typeof setTimeout> | undefined
  const form = reactive({ ...blank(), ...last?.form }) as T

  function save(): void {
    clearTimeout(timer)
    if (timer === undefined) return
    timer = undefined
    keep(stored, { form, key })
  }

  // 一改就记，清空也算改：discard 随后取消，不会再存下一份空的
  watch(
    form,
    () => {
      clearTimeout(timer)
      timer = setTimeout(save, 300)
    },
    { flush: 'sync' },
  )
  onHide(save, page)
  onUnload(save, page)

  function clear(): void {
    clearTimeout(timer)
    timer = undefined
    forget(stored)
    key = uuid()
  }

  return {
    form,
    key: () => key,
    restored: last !== undefined,
    done: clear,
    discard() {
      Object.assign(form, blank())
      clear()
    },
  }
}
