import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { defineComponent, ref } from 'vue'
import { panelOf } from '@/shared/tabs'
import TabList from '@/shared/TabList.vue'

afterEach(() => {
  document.body.innerHTML = ''
})

const tabs = [
  { value: 'reach', label: '触达情况' },
  { value: 'answers', label: '企业的答复' },
  { value: 'audience', label: '发给的企业' },
]

function open(first: string) {
  const Page = defineComponent({
    components: { TabList },
    setup: () => ({ tab: ref(first), tabs, panelOf }),
    template: '<TabList v-model="tab" :tabs="tabs" label="发布以后" name="policy" /><div v-bind="panelOf(\'policy\', tab)">{{ tab }}</div>',
  })
  const page = mount(Page, { attachTo: document.body })
  const all = () => page.findAll('[role=tab]')
  return {
    page,
    press: (key: string) => all()[all().findIndex((it) => it.element === document.activeElement)]!.trigger('keydown', { key }),
    stops: () => all().map((it) => `${it.attributes('tabindex')} ${it.attributes('aria-selected')}`),
    focused: () => document.activeElement?.textContent?.trim(),
    focus: (at: number) => (all()[at]!.element as HTMLElement).focus(),
  }
}

it('方向键换到下一类，焦点跟着走，到头绕回去；Tab 键只停在选中的一个上', async () => {
  const { page, press, stops, focused, focus } = open('reach')
  expect(stops()).toEqual(['0 true', '-1 false', '-1 false'])
  focus(0)
  await press('ArrowRight')
  expect([focused(), page.get('[role=tabpanel]').text()]).toEqual(['企业的答复', 'answers'])
  await press('End')
  await press('ArrowRight')
  expect(focused()).toBe('触达情况')
  await press('ArrowLeft')
  expect(stops()).toEqual(['-1 false', '-1 false', '0 true'])
  await press('Home')
  expect(page.get('[role=tabpanel]').text()).toBe('reach')
})

it('内容和标签互相指得到', () => {
  const { page } = open('answers')
  const panel = page.get('[role=tabpanel]')
  const tab = page.get('[aria-selected=true]')
  expect([tab.attributes('aria-controls'), panel.attributes('aria-labelledby')]).toEqual([panel.attributes('id'), tab.attributes('id')])
})

it('显示的不在这一排里，Tab 键也进得来', () => {
  expect(open('别的').stops()).toEqual(['0 false', '-1 false', '-1 false'])
})
