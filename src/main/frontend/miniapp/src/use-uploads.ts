import type { StoredFileView, UploadForm } from '@qihang/api-client'
import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { wordsOf } from './api'
import { tell } from './ask'
import { uuid } from './ids'
import { pickFiles, pickPhotos, upload, type Picked, type UploadRequest } from './uploads'

export interface Entry {
  key: string
  name: string
  size: number
  state: 'sending' | 'done' | 'failed'
  percent: number
  /** 没有传成的原因，或者要怎么重拍 */
  problem: string
  /** 传成后的编号 */
  id?: string
  file?: Picked
}

export interface Stored {
  id: string
  name: string
  size: number
}

export interface Uploading {
  entries: Ref<Entry[]>
  /** 传成的，按加入的次序 */
  stored: ComputedRef<Stored[]>
  busy: ComputedRef<boolean>
  /** 换成以前传成的这几个 */
  restore: (stored: Stored[]) => void
  addPhotos: () => Promise<void>
  addFiles: () => Promise<void>
  retry: (key: string) => void
  remove: (key: string) => void
}

function entryOf(it: Stored): Entry {
  return { ...it, key: it.id, state: 'done', percent: 100, problem: '' }
}

/** 一组附件：选了就传，各有进度，没传成的可以重试或换一个 */
export function useUploads(
  open: (request: UploadRequest) => Promise<UploadForm>,
  most: number,
  before: Stored[] = [],
  commit?: (id: string, key: string) => Promise<StoredFileView>,
): Uploading {
  const entries = ref<Entry[]>(before.map(entryOf))

  function change(key: string, changes: Partial<Entry>): void {
    entries.value = entries.value.map((it) => (it.key === key ? { ...it, ...changes } : it))
  }

  async function send(key: string, file: Picked): Promise<void> {
    change(key, { state: 'sending', percent: 0, problem: '' })
    try {
      const stored: StoredFileView = await upload(file, open, (percent) => change(key, { percent }), commit)
      change(key, { state: 'done', percent: 100, id: stored.id, size: stored.size ?? file.size })
    } catch (failure) {
      change(key, { state: 'failed', problem: wordsOf(failure) })
    }
  }

  async function add(pick: (count: number) => Promise<Picked[]>): Promise<void> {
    const room = most - entries.value.length
    if (room <= 0) return tell(`最多 ${most} 个，请先去掉一个`)
    let picked: Picked[]
    try {
      picked = await pick(room)
    } catch (failure) {
      return tell(wordsOf(failure))
    }
    const fresh = picked.slice(0, room).map((file) => ({ key: uuid(), file }))
    entries.value = [
      ...entries.value,
      ...fresh.map(({ key, file }): Entry => ({ key, file, name: file.name, size: file.size, state: 'sending', percent: 0, problem: '' })),
    ]
    await Promise.all(fresh.map(({ key, file }) => send(key, file)))
  }

  return {
    entries,
    stored: computed(() =>
      entries.value.flatMap(({ state, id, name, size }) => (state === 'done' && id ? [{ id, name, size }] : [])),
    ),
    restore(list) {
      entries.value = list.map(entryOf)
    },
    busy: computed(() => entries.value.some((it) => it.state === 'sending')),
    addPhotos: () => add(pickPhotos),
    addFiles: () => add(pickFiles),
    retry(key) {
      const file = entries.value.find((it) => it.key === key)?.file
      if (file) void send(key, file)
    },
    remove(key) {
      entries.value = entries.value.filter((it) => it.key !== key)
    },
  }
}
