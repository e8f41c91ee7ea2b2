import { ref, watch } from 'vue'
import { keep, kept } from './store'

/** 大字模式，记在这部手机上 */
export const largeText = ref(kept<boolean>('device.large-text') ?? false)

watch(largeText, (on) => keep('device.large-text', on))
