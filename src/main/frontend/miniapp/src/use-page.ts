import { onPullDownRefresh, onReachBottom } from '@dcloudio/uni-app'
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { wordsOf } from './api'
import { tell } from './ask'

export interface Page<T> {
  items: T[]
  next: string | null
}

export interface Paging<T> {
  items: ShallowRef<T[]>
  /** 取第一页的失败 */
  error: Ref<string>
  /** 取下一页的失败，点一下再取 */
  moreError: Ref<string>
  loading: Ref<boolean>
  loadingMore: Ref<boolean>
  /** 取到了，一条也没有 */
  empty: ComputedRef<boolean>
  /** 全部取完了 */
  done: ComputedRef<boolean>
  reload: () => Promise<void>
  more: () => Promise<void>
}

/** 一页一页取的列表：下拉刷新、触底取下一页。`load` 收到上一页的 next，第一页没有。 */
export function usePage<T>(load: (after?: string) => Promise<Page<T>>): Paging<T> {
  const items = shallowRef<T[]>([])
  const error = ref('')
  const moreError = ref('')
  const loading = ref(true)
  const loadingMore = ref(false)
  const next = ref<string | null>()
  let latest = 0

  async function reload(): Promise<void> {
    const turn = ++latest
    loading.value = true
    loadingMore.value = false
    error.value = ''
    moreError.value = ''
    try {
      const page = await load()
      if (turn !== latest) return
      items.value = page.items
      next.value = page.next
    } catch (failure) {
      if (turn !== latest) return
      if (items.value.length === 0) error.value = wordsOf(failure)
      else tell(wordsOf(failure))
    } finally {
      if (turn === latest) loading.value = false
    }
  }

  async function more(): Promise<void> {
    // 清空了再取的没有取到，就不从上一列的下一页接
    if (!next.value || items.value.length === 0 || loading.value || loadingMore.value) return
    const turn = latest
    loadingMore.value = true
    moreError.value = ''
    try {
      const page = await load(next.value)
      if (turn !== latest) return
      items.value = [...items.value, ...page.items]
      next.value = page.next
    } catch (failure) {
      if (turn === latest) moreError.value = wordsOf(failure)
    } finally {
      if (turn === latest) loadingMore.value = false
    }
  }

  onPullDownRefresh(() => reload().finally(() => uni.stopPullDownRefresh()))
  onReachBottom(more)
  return {
    items,
    error,
    moreError,
    loading,
    loadingMore,
    empty: computed(() => !loading.value && !error.value && items.value.length === 0),
    done: computed(() => !loading.value && next.value === null && items.value.length > 0),
    reload,
    more,
  }
}
