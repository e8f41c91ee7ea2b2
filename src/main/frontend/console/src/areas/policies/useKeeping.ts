import { ApiError } from '@qihang/api-client'
import type { Ref } from 'vue'
import { api } from '@/shell/api'
import type { contentOf } from './view'

type Content = ReturnType<typeof contentOf>

/** Whether the server said no, so that nothing was kept; without an answer it may have been kept. */
const refused = (failure: unknown): boolean =>
  failure instanceof ApiError && failure.status < 500 && failure.code !== 'IDEMPOTENCY_KEY_IN_PROGRESS'

/**
 * Keeps a draft on the server, each time from the version it was last kept as, so that two editors do not overwrite
 * each other. What was sent and not answered is sent again as it was before anything newer: it counts once.
 */
export function useKeeping(of: { id: Ref<string | undefined>; version: Ref<number>; region: () => string; made: (policy: string) => void }) {
  const key = crypto.randomUUID()
  let unanswered: Content | undefined

  async function keep(draft: Content) {
    // as it is now; the draft goes on changing
    const content = JSON.parse(JSON.stringify(draft)) as Content
    const before = unanswered
    if (before && JSON.stringify(before) !== JSON.stringify(content)) await send(before)
    await send(content)
  }

  async function send(content: Content) {
    unanswered = content
    try {
      await (of.id.value ? revise(of.id.value, content) : draft(content))
      unanswered = undefined
    } catch (failure) {
      if (refused(failure)) unanswered = undefined
      throw failure
    }
  }

  async function revise(policy: string, content: Content) {
    const kept = await api.put('/api/v1/desk/policies/{policy}', { path: { policy }, body: { seenVersion: of.version.value, ...content } })
    of.version.value = kept.version
  }

  async function draft(content: Content) {
    const made = await api.post('/api/v1/desk/policies', { key, body: { region: of.region(), content } })
    of.id.value = made.id
    of.version.value = 0
    of.made(made.id)
  }

  return { keep }
}
