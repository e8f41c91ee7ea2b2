import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { defineComponent, nextTick, ref } from 'vue'
import { describeControls } from '@/aria-h5'
import QSheet from '@/components/q-sheet.vue'
import QTabs from '@/components/q-tabs.vue'

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

const keyed = (target: Element, key: string) => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))

it('方向键在一排标签里换，Tab 键只停在选中的一个上', async () => {
  const options = ['与我有关', '全部', '看过的'].map((label, at) => ({ value: `v${at}`, label }))
  const Page = defineComponent({ components: { QTabs }, setup: () => ({ options, tab: ref('v0') }), template: '<q-tabs v-model="tab" :options="options" label="范围" />' })
  describeControls()
  const page = mount(Page, { attachTo: document.body })
  const tabs = () => page.findAll<HTMLElement>('[role=tab]').map((it) => it.element)
  const stops = () => tabs().map((it) => `${it.getAttribute('tabindex')} ${it.getAttribute('aria-selected')}`)
  expect(stops()).toEqual(['0 true', '-1 false', '-1 false'])
  tabs()[0]!.focus()
  keyed(tabs()[0]!, 'ArrowRight')
  await nextTick()
  expect(stops()).toEqual(['-1 false', '0 true', '-1 false'])
  expect(document.activeElement).toBe(tabs()[1])
  keyed(tabs()[1]!, 'End')
  await nextTick()
  keyed(tabs()[2]!, 'ArrowRight')
  await nextTick()
  expect(document.activeElement).toBe(tabs()[0])
  keyed(tabs()[0]!, 'ArrowLeft')
  await nextTick()
  expect(stops()).toEqual(['-1 false', '-1 false', '0 true'])
  page.unmount()
})

it('最下面的主要栏目，方向键只移过去，按回车才换页', async () => {
  vi.stubGlobal('__uniConfig', { tabBar: { list: [{ pagePath: 'pages/home/index' }, { pagePath: 'pages/policy/index' }] } })
  describeControls()
  const opened: string[] = []
  document.body.innerHTML = '<div class="uni-tabbar"><div class="uni-tabbar__item">首页</div><div class="uni-tabbar__item">政策</div></div>'
  const [home, policies] = [...document.querySelectorAll<HTMLElement>('.uni-tabbar__item')] as [HTMLElement, HTMLElement]
  policies.addEventListener('click', () => opened.push('政策'))
  await vi.waitFor(() => expect([home, policies].map((it) => it.getAttribute('tabindex'))).toEqual(['0', '-1']))
  home.focus()
  keyed(home, 'ArrowRight')
  expect(document.activeElement).toBe(policies)
  expect(opened).toEqual([])
  keyed(policies, 'Enter')
  expect(new Set(opened)).toEqual(new Set(['政策']))
  document.body.innerHTML = ''
})
