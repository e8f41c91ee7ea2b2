import type { Effect } from '@qihang/api-client'
import { ref, watch } from 'vue'
import { useForm } from '@/shared/useForm'

interface Preview {
  /** 填的内容。 */
  form: object
  check: () => Record<string, string>
  preview: () => Promise<Effect>
  enter: () => Promise<unknown>
  entered: () => unknown
}

/** 先看影响、再登记：改了内容要重新看，正在看的时候改的也是。 */
export function usePreview({ form, check, preview, enter, entered }: Preview) {
  const effect = ref<Effect>()
  let edition = 0

  watch(form, () => {
    edition++
    effect.value = undefined
  })

  const dialog = useForm({
    check,
    send: async () => {
      if (effect.value) return enter().then(() => 'entered' as const)
      const asked = edition
      const seen = await preview()
      return asked === edition ? seen : undefined
    },
    done: (answer) => (answer === 'entered' ? entered() : (effect.value = answer)),
  })
  return { dialog, effect, fields: dialog.fields }
}
