import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { defineComponent, nextTick, ref } from 'vue'
import { describeControls } from '@/aria-h5'
import QSheet from '@/components/q-sheet.vue'

it('面板打开，焦点进去；按 Esc 关上，焦点回到原来的按钮', async () => {
  const Page = defineComponent({
    components: { QSheet },
    setup: () => ({ open: ref(false) }),
    template: '<div><button id="start" @click="open = true">改期</button><q-sheet title="改期" :open="open" @close="open = false" /></div>',
  })
  describeControls()
  const page = mount(Page, { attachTo: document.body })
  const start = page.get<HTMLElement>('#start').element
  start.focus()
  await page.get('#start').trigger('click')
  await vi.waitFor(() => expect(document.activeElement?.className).toBe('q-sheet__close'))
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  await nextTick()
  expect(page.find('[role=dialog]').exists()).toBe(false)
  await vi.waitFor(() => expect(document.activeElement).toBe(start))
  page.unmount()
})
