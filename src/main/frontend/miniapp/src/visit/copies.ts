// 没有网也能看的上一份，连同什么时候取的。
import { ApiError, OfflineError } from '@qihang/api-client'
import type { Store } from './queue'

export interface Copy<T> {
  data: T
  at: number
  /** 没取到新的，这是上一份 */
  old: boolean
}

interface Kept<T> {
  at: number
  data: T
}

const PREFIX = 'copy.'

export function createCopies(store: Store, now: () => number) {
  function last<T>(name: string): Copy<T> | undefined {
    const it = store.kept<Kept<T>>(PREFIX + name)
    return it && { data: it.data, at: it.at, old: true }
  }

  /** 取新的并存下；没有网或服务器一时不行，给上一份；从没取到过的抛出 */
  async function fresh<T>(name: string, fetch: () => Promise<T>): Promise<Copy<T>> {
    try {
      const data = await fetch()
      const at = now()
      store.keep(PREFIX + name, { at, data } satisfies Kept<T>)
      return { data, at, old: false }
    } catch (failure) {
      const it = passing(failure) ? last<T>(name) : undefined
      if (!it) throw failure
      return it
    }
  }

  return { fresh, last }
}

function passing(failure: unknown): boolean {
  return failure instanceof OfflineError || (failure instanceof ApiError && failure.status >= 500)
}
