import { onMounted, onUnmounted, ref } from 'vue'

/** Saves a while after the last change, one save at a time, and once more for what changed meanwhile. */
export function useAutosave(save: () => Promise<void>, wait = 1200) {
  const state = ref<'idle' | 'waiting' | 'saving' | 'saved' | 'failed'>('idle')
  const problem = ref<unknown>()
  const savedAt = ref<Date>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  /** Changed since the last save began. */
  let fresh = false
  let again = false

  function changed() {
    clearTimeout(timer)
    fresh = true
    state.value = 'waiting'
    timer = setTimeout(() => void flush(), wait)
  }

  /** Saves what is waiting to be saved; done when all of it is kept or refused. */
  function flush(): Promise<void> {
    clearTimeout(timer)
    if (running) {
      again = fresh
      return running
    }
    running = (async () => {
      do {
        again = false
        fresh = false
        state.value = 'saving'
        problem.value = undefined
        try {
          await save()
          savedAt.value = new Date()
          state.value = fresh ? 'waiting' : 'saved'
        } catch (failure) {
          problem.value = failure
          state.value = 'failed'
        }
      } while (again)
    })().finally(() => (running = undefined))
    return running
  }

  /** Nothing is waiting any more: what was changed was given up, or read anew. */
  function forget() {
    clearTimeout(timer)
    fresh = false
    problem.value = undefined
    state.value = 'idle'
  }

  /** Asks before the window is closed on what is not kept yet. */
  function hold(event: BeforeUnloadEvent) {
    if (['waiting', 'saving', 'failed'].includes(state.value)) event.preventDefault()
  }

  onMounted(() => window.addEventListener('beforeunload', hold))
  onUnmounted(() => {
    clearTimeout(timer)
    window.removeEventListener('beforeunload', hold)
  })
  return { state, problem, savedAt, changed, flush, forget }
}
