import { onPullDownRefresh } from '@dcloudio/uni-app'
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { wordsOf } from './api'
import { tell } from './ask'

export interface Loading<T> {
  data: ShallowRef<T | undefined>
  /** 第一次取的失败；已经有内容时，刷新失败只提示，不盖掉内容 */
  error: Ref<string>
  loading: Ref<boolean>
  reload: () => Promise<void>
}

/** 取一样东西：骨架、出错重试、下拉刷新。页面显示时自己调用 reload。 */
export function useLoad<T>(load: () => Promise<T>): Loading<T> {
  const data = shallowRef<T>()
  const error = ref('')
  const loading = ref(true)
  let latest = 0

  async function reload(): Promise<void> {
    const turn = ++latest
    loading.value = true
    error.value = ''
    try {
      const answer = await load()
      if (turn === latest) data.value = answer
    } catch (failure) {
      if (turn !== latest) return
      if (data.value === undefined) error.value = wordsOf(failure)
      else tell(wordsOf(failure))
    } finally {
      if (turn === latest) loading.value = false
    }
  }

  onPullDownRefresh(() => reload().finally(() => uni.stopPullDownRefresh()))
  return { data, error, loading, reload }
}
