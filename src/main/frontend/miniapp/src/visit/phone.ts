import type { Brief, VisitPlanLine, TaskLine, CategoryView, LedgerLine, PortfolioLine, Setting, StoredFileView, TrackCard } from '@qihang/api-client'
import { watch } from 'vue'
import { all } from '@/all'
import { api } from '@/api'
import { county } from '@/config'
import { session } from '@/session'
import { forget, keep, kept, names } from '@/store'
import { upload } from '@/uploads'
import { createCopies, type Copy, type Kept } from './copies'
import type { VisitDraft } from './draft'
import { drop, dropAllBut, sendablePath } from './photos'
import { createQueue, type WaitingPhoto } from './queue'

const store = { forget, keep, kept, names }

/** 这部手机上唯一的队列，各页共用 */
export const queue = createQueue({
  store,
  send: (clientId, report) => api.put('/api/v1/visits/{clientId}', { path: { clientId }, body: report }),
  sendPhoto,
  dropPhoto: drop,
  signedOut: () => session.left || !session.token,
  now: () => Date.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
})

/** 照片提交后随即附到走访上；不知道附上没有就原样再传，结果相同 */
async function sendPhoto(clientId: string, photo: WaitingPhoto): Promise<void> {
  await upload(
    { ...photo, path: await sendablePath(photo) },
    (body) => api.post('/api/v1/visits/{clientId}/photo-files', { path: { clientId }, body }),
    undefined,
    (file, key) => attachPhoto(clientId, file, key),
  )
}

export async function attachPhoto(clientId: string, file: string, key: string): Promise<StoredFileView> {
  const stored = await api.post('/api/v1/field/uploads/{file}/commitment', { path: { file }, key })
  await api.put('/api/v1/visits/{clientId}/photos/{file}', { path: { clientId, file } })
  return stored
}

/** 队列和草稿之外的照片不留在手机里 */
export function sweepPhotos(): void {
  const drafts = names()
    .filter((it) => it.startsWith('draft.visit.'))
    .flatMap((it) => kept<{ form: VisitDraft }>(it)?.form.photos ?? [])
  dropAllBut([...queue.items.value.flatMap((it) => it.photos ?? []), ...drafts])
}

/** 网络回来就送；回到前台由 App 的 onShow 送 */
export function sendWhenConnected(): void {
  uni.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) void queue.flush({ atOnce: true })
  })
}

// 重新登录、同意说明之后接着送
watch(
  () => Boolean(session.token) && !session.consentNeeded,
  (ready) => {
    if (ready) void queue.flush({ atOnce: true })
  },
)

const copies = createCopies(store, () => Date.now())

export function loadPortfolio(): Promise<Copy<PortfolioLine[]>> {
  return copies.fresh('portfolio', () => all((after) => api.get('/api/v1/field/portfolio', { query: { limit: 100, after } })))
}

export function loadBrief(enterprise: string): Promise<Copy<Brief>> {
  return copies.fresh(`brief.${enterprise}`, () =>
    api.get('/api/v1/field/enterprises/{enterprise}/brief', { path: { enterprise } }),
  )
}

export function briefCopy(enterprise: string): Kept<Brief> | undefined {
  return copies.last(`brief.${enterprise}`)
}

export function portfolioCopy(): Kept<PortfolioLine[]> | undefined {
  return copies.last('portfolio')
}

export function loadRules(): Promise<Copy<Setting>> {
  return copies.fresh('visit-rules', () => api.get('/api/v1/field/visit-rules'))
}

export function loadCategories(): Promise<Copy<CategoryView[]>> {
  return copies.fresh('categories', () => api.get('/api/v1/regions/{county}/ticket-categories', { path: { county } }))
}

/** 帮包企业未到结果的承诺，先到期的在前 */
export function loadPromises(): Promise<Copy<LedgerLine[]>> {
  return copies.fresh('promises', () => all((after) => api.get('/api/v1/field/promises', { query: { limit: 100, after } })))
}

/** 帮包企业的待办，要紧的在前 */
export function loadTasks(): Promise<Copy<TaskLine[]>> {
  return copies.fresh('tasks', () => all((after) => api.get('/api/v1/field/tasks', { query: { limit: 100, after } })))
}

/** 帮包企业的走访日程，不论哪个部门去 */
export function loadPlans(): Promise<Copy<VisitPlanLine[]>> {
  return copies.fresh('plans', () => all((after) => api.get('/api/v1/field/visit-plans', { query: { limit: 100, after } })))
}

/** 最近登记的诉求 */
export function loadRaised(): Promise<Copy<TrackCard[]>> {
  return copies.fresh('raised', async () => (await api.get('/api/v1/field/tickets', { query: { limit: 50 } })).items)
}

/** 上次打开时每件诉求走到哪里 */
export function seenTickets(): Record<string, string> {
  return kept('seen.tickets') ?? {}
}

export function ticketSeen({ id, status }: Pick<TrackCard, 'id' | 'status'>): void {
  keep('seen.tickets', { ...seenTickets(), [id]: status })
}
