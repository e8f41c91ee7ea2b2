// 没有取到新的也能看的上一份，连同什么时候取的、为什么没有取到。
import { ApiError, OfflineError } from '@qihang/api-client'
import type { Store } from './queue'

/** 没有连上，或者连上了、服务器一时不行 */
export type Missed = 'OFFLINE' | 'SERVER'

export interface Kept<T> {
  at: number
  data: T
}

export interface Copy<T> extends Kept<T> {
  /** 没取到新的，这是上一份；为什么没有取到 */
  old: Missed | false
}

const PREFIX = 'copy.'

export function createCopies(store: Store, now: () => number) {
  function last<T>(name: string): Kept<T> | undefined {
    return store.kept<Kept<T>>(PREFIX + name)
  }

  /** 取新的并存下；没有网或服务器一时不行，给上一份；从没取到过的抛出 */
  async function fresh<T>(name: string, fetch: () => Promise<T>): Promise<Copy<T>> {
    try {
      const data = await fetch()
      const at = now()
      store.keep(PREFIX + name, { at, data } satisfies Kept<T>)
      return { data, at, old: false }
    } catch (failure) {
      const old = missed(failure)
      const it = old && last<T>(name)
      if (!old || !it) throw failure
      return { ...it, old }
    }
  }

  return { fresh, last }
}

function missed(failure: unknown): Missed | undefined {
  if (failure instanceof OfflineError) return 'OFFLINE'
  return failure instanceof ApiError && failure.status >= 500 ? 'SERVER' : undefined
}
