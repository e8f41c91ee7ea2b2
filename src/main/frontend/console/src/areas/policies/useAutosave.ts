import { onUnmounted, ref } from 'vue'

/** Saves a while after the last change, one save at a time, and once more for what changed meanwhile. */
export function useAutosave(save: () => Promise<void>, wait = 1200) {
  const state = ref<'idle' | 'waiting' | 'saving' | 'saved' | 'failed'>('idle')
  const problem = ref<unknown>()
  const savedAt = ref<Date>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let again = false

  function changed() {
    clearTimeout(timer)
    state.value = 'waiting'
    timer = setTimeout(() => void flush(), wait)
  }

  /** Saves what is waiting to be saved; done when all of it is kept or refused. */
  function flush(): Promise<void> {
    clearTimeout(timer)
    if (running) {
      again = true
      return running
    }
    running = (async () => {
      do {
        again = false
        state.value = 'saving'
        problem.value = undefined
        try {
          await save()
          savedAt.value = new Date()
          state.value = 'saved'
        } catch (failure) {
          problem.value = failure
          state.value = 'failed'
        }
      } while (again)
    })().finally(() => (running = undefined))
    return running
  }

  onUnmounted(() => clearTimeout(timer))
  return { state, problem, savedAt, changed, flush }
}
