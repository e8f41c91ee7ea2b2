// 离线记走访的队列，规则见 miniapp-api-docs/offline.md：一条走访一个存储键，确认送达才移走。
import { computed, ref, shallowRef } from 'vue'
import { ApiError, OfflineError, type VisitRequest } from '@qihang/api-client'
import { UnusableFile } from '@/unusable-file'

/** 本机存储，见 store.ts；存不下的返回 false */
export interface Store {
  kept<T>(name: string): T | undefined
  keep(name: string, value: unknown): boolean
  forget(name: string): void
  names(): string[]
}

export interface Waiting {
  clientId: string
  enterpriseName: string
  savedAt: number
  report: VisitRequest
  tries: number
  retryAt: number
  refusal?: Refusal
  /** 已经送到的稿次；照片在走访送到之后才送 */
  delivered?: number
  photos?: WaitingPhoto[]
}

/** 已复制出来、等着送的一张照片；`path` 见 photos.ts */
export interface WaitingPhoto {
  id: string
  path: string
  name: string
  size: number
  contentType: string
  /** 服务器不收、手机里已经没有的原因 */
  refusal?: string
}

export interface Refusal {
  code: string
  reason: string
  fields: Record<string, string>
}

export type Verdict =
  | { kind: 'AGAIN'; seconds?: number; stop: boolean }
  | { kind: 'HOLD'; reason: string }
  | { kind: 'REFUSED'; refusal: Refusal }

export interface Ports {
  store: Store
  /** 送一次；2xx 才算成功，其余抛出 */
  send: (clientId: string, report: VisitRequest) => Promise<unknown>
  /** 走访送到之后，送它的一张照片；办成才算，其余抛出 */
  sendPhoto: (clientId: string, photo: WaitingPhoto) => Promise<unknown>
  /** 不再需要的照片，从手机里删掉 */
  dropPhoto: (photo: WaitingPhoto) => void
  /** 本人退出之后，留着不送 */
  signedOut: () => boolean
  now: () => number
  after: (ms: number, work: () => void) => () => void
}

/** 没有存下，话可以直接显示 */
export class Unsaved extends Error {}

/** 送的时候手机存储满了：送到哪一步记不下来，过一会儿再试；人能做什么 */
export const FULL = '手机存储空间不够，送到哪一步记不下来，隔一阵才再试一次。请清理手机存储（不用的照片、视频、小程序），再回到这里接着送；没有送到的都还在。'

const PREFIX = 'visit.'
const FIRST_WAIT = 4_000
const LONGEST_WAIT = 3_600_000

/** 这一稿送到了没有 */
export function isDelivered({ delivered, report }: Waiting): boolean {
  return delivered === report.revision
}

function photosToSend({ photos }: Waiting): WaitingPhoto[] {
  return (photos ?? []).filter((it) => !it.refusal)
}

/** 还有没有要自己送的；没有的等人处理 */
function isWaiting(item: Waiting): boolean {
  return !item.refusal && (!isDelivered(item) || photosToSend(item).length > 0)
}

/** 第几次没送成之后，隔多久再送 */
export function waitAfter(tries: number): number {
  return Math.min(FIRST_WAIT * 2 ** Math.max(0, tries - 1), LONGEST_WAIT)
}

export function verdictOn(failure: unknown): Verdict {
  if (failure instanceof OfflineError) return { kind: 'AGAIN', stop: true }
  if (failure instanceof UnusableFile) return { kind: 'REFUSED', refusal: { code: 'UNUSABLE_FILE', reason: failure.message, fields: {} } }
  if (!(failure instanceof ApiError)) throw failure
  const { status, code, message, fields, problem } = failure
  if (status === 401) return { kind: 'HOLD', reason: '登录已过期，重新登录后接着送。' }
  if (status === 403) return { kind: 'HOLD', reason: message }
  if (status === 429 || status === 503) return { kind: 'AGAIN', seconds: problem.retryAfter, stop: true }
  if (status >= 500 || code === 'CHANGED_MEANWHILE') return { kind: 'AGAIN', stop: false }
  return { kind: 'REFUSED', refusal: { code, reason: message, fields } }
}

export function createQueue({ store, send, sendPhoto, dropPhoto, signedOut, now, after }: Ports) {
  const items = shallowRef<Waiting[]>([])
  const waiting = computed(() => items.value.filter(isWaiting))
  const refused = computed(() => items.value.filter((it) => !isWaiting(it)))
  const sendingId = ref<string>()
  const hold = ref('')
  /** 最近送的这一遍里，有记不下来的 */
  const full = ref(false)
  let flight: Promise<void> | undefined
  let wanted = false
  let urgent = false
  let failures = 0
  let shortages = 0
  let pausedUntil = 0
  let cancelTimer = () => {}

  const key = (clientId: string) => PREFIX + clientId
  const read = (clientId: string) => store.kept<Waiting>(key(clientId))

  function load(): void {
    items.value = store
      .names()
      .filter((it) => it.startsWith(PREFIX))
      .map((it) => store.kept<Waiting>(it))
      .filter((it) => it !== undefined)
      .sort((a, b) => a.savedAt - b.savedAt)
  }

  /** 记下一条走到哪里；存储满了记不下来的，手机里还是原来的样子 */
  function note(item: Waiting): boolean {
    const kept = store.keep(key(item.clientId), item)
    if (kept) load()
    else full.value = true
    return kept
  }

  /** 存下一稿和它的照片并随即试送；存不下的抛出，界面上的内容还在 */
  function save(clientId: string, enterpriseName: string, report: VisitRequest, photos: WaitingPhoto[] = []): void {
    const known = read(clientId)
    if (known && known.report.revision >= report.revision) {
      throw new Unsaved('这条走访在别处又改过，请返回走访记录，打开最新的一稿再改')
    }
    const saved = note({
      clientId,
      enterpriseName,
      savedAt: known?.savedAt ?? now(),
      report,
      tries: 0,
      retryAt: 0,
      photos: [...(known?.photos ?? []), ...photos],
    })
    if (!saved) throw new Unsaved('手机存储空间不够，这条走访没有存下。请清理手机后再点保存，先不要离开这一页。')
    void flush()
  }

  /** 扔掉一条，连同照片；只在人确认之后调用。照片已给了另一条的，文件留着 */
  function discard(clientId: string, { photosKept = false } = {}): void {
    if (!photosKept) read(clientId)?.photos?.forEach(dropPhoto)
    store.forget(key(clientId))
    load()
  }

  /** 不要服务器不收的照片；走访不受影响 */
  function discardPhotos(clientId: string): void {
    const item = read(clientId)
    if (item && keepOrForget({ ...item, photos: photosToSend(item) })) item.photos?.filter((it) => it.refusal).forEach(dropPhoto)
  }

  /** 走访和照片都送到了的，从手机里移走；记下来了没有 */
  function keepOrForget(item: Waiting): boolean {
    if (!isDelivered(item) || item.photos?.length) return note(item)
    store.forget(key(item.clientId))
    load()
    return true
  }

  /** 把能送的送一遍；正在送的，送完再看一遍。有网了、回到前台时 atOnce，不等约定的时间 */
  function flush({ atOnce = false } = {}): Promise<void> {
    wanted = true
    urgent ||= atOnce
    flight ??= run()
      .catch((fault: unknown) => {
        // 不是送不到，是这里出了错：照样隔一阵再试，错误照样报出去
        urgent = false
        back()
        throw fault
      })
      .finally(() => {
        flight = undefined
        // 收尾的时候又要马上送的
        if (urgent) return flush()
        schedule()
      })
    return flight
  }

  async function run(): Promise<void> {
    while (wanted || urgent) {
      load()
      if (urgent || pausedUntil <= now()) full.value = false
      if (urgent) hurry()
      wanted = false
      hold.value = ''
      if (signedOut() || pausedUntil > now()) return
      for (const { clientId } of items.value) {
        if (!(await sendOne(clientId))) break
      }
      shortages = full.value ? shortages + 1 : 0
      if (full.value) pausedUntil = Math.max(pausedUntil, now() + waitAfter(shortages))
    }
  }

  /** 整个队列歇一阵，一次比一次久 */
  function back(seconds?: number): void {
    failures += 1
    pausedUntil = now() + (seconds === undefined ? waitAfter(failures) : seconds * 1000)
  }

  function hurry(): void {
    urgent = false
    failures = 0
    pausedUntil = 0
    waiting.value.filter((it) => it.retryAt > 0).forEach((it) => note({ ...it, retryAt: 0 }))
  }

  async function sendOne(clientId: string): Promise<boolean> {
    const item = read(clientId)
    if (!item || item.refusal || item.retryAt > now()) return true
    sendingId.value = clientId
    try {
      if (!isDelivered(item)) {
        await send(clientId, item.report)
        failures = 0
        const latest = read(clientId)
        if (!latest) return true
        if (latest.report.revision !== item.report.revision) wanted = true
        // 记不下已经送到的，下次原样再送一次，结果相同；照片也等到那时
        if (!keepOrForget({ ...latest, delivered: item.report.revision, tries: 0, retryAt: 0 })) return true
      }
    } catch (failure) {
      return settle(item, verdictOn(failure))
    } finally {
      sendingId.value = undefined
    }
    return sendPhotos(clientId)
  }

  /** 走访送到以后一张一张地送照片；还要不要接着送后面的走访 */
  async function sendPhotos(clientId: string): Promise<boolean> {
    for (;;) {
      const item = read(clientId)
      if (!item || item.refusal || !isDelivered(item)) return true
      const [photo] = photosToSend(item)
      if (!photo) return true
      sendingId.value = clientId
      let refusal: string | undefined
      try {
        await sendPhoto(clientId, photo)
        failures = 0
      } catch (failure) {
        const verdict = verdictOn(failure)
        if (verdict.kind !== 'REFUSED') return settle(item, verdict)
        refusal = verdict.refusal.reason
      } finally {
        sendingId.value = undefined
      }
      if (!settlePhoto(clientId, photo, refusal)) return true
    }
  }

  /** 收下的照片移走；不收的留着，把原因给人看。记不下来的，照片留着下次再送 */
  function settlePhoto(clientId: string, photo: WaitingPhoto, refusal: string | undefined): boolean {
    const item = read(clientId)
    if (!item) return true
    const photos = (item.photos ?? []).flatMap((it) => (it.id !== photo.id ? [it] : refusal ? [{ ...it, refusal }] : []))
    const noted = keepOrForget({ ...item, photos })
    if (noted && refusal === undefined) dropPhoto(photo)
    return noted
  }

  /** 还要不要接着送后面的 */
  function settle(sent: Waiting, verdict: Verdict): boolean {
    if (verdict.kind === 'HOLD') {
      hold.value = verdict.reason
      return false
    }
    const latest = read(sent.clientId)
    if (latest?.report.revision !== sent.report.revision) {
      wanted = true
      return true
    }
    if (verdict.kind === 'REFUSED') {
      note({ ...latest, refusal: verdict.refusal })
      return true
    }
    const tries = latest.tries + 1
    if (verdict.stop) {
      back(verdict.seconds)
      note({ ...latest, tries })
    } else {
      note({ ...latest, tries, retryAt: now() + (verdict.seconds === undefined ? waitAfter(tries) : verdict.seconds * 1000) })
    }
    return !verdict.stop
  }

  function schedule(): void {
    cancelTimer()
    cancelTimer = () => {}
    if (hold.value || signedOut() || !waiting.value.length) return
    const next = Math.max(pausedUntil, Math.min(...waiting.value.map((it) => it.retryAt)))
    cancelTimer = after(Math.max(next - now(), 1000), () => void flush())
  }

  load()
  return {
    items,
    sendingId,
    hold,
    full,
    waiting,
    refused,
    find: read,
    load,
    save,
    discard,
    discardPhotos,
    flush,
  }
}

export type VisitQueue = ReturnType<typeof createQueue>
