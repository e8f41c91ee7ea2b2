import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import QAsof from '@/components/q-asof.vue'
import QButton from '@/components/q-button.vue'
import QCell from '@/components/q-cell.vue'
import QError from '@/components/q-error.vue'
import QField from '@/components/q-field.vue'
import QPage from '@/components/q-page.vue'
import QState from '@/components/q-state.vue'
import QUploads from '@/components/q-uploads.vue'
import { largeText } from '@/large-text'
import type { Entry } from '@/use-uploads'

describe('按钮', () => {
  it('忙着、不能用的时候不响应，并且说得出来', async () => {
    const wrapper = mount(QButton, { props: { busy: true }, slots: { default: '提交' } })
    const button = wrapper.get('[role=button]')
    await button.trigger('click')
    expect(wrapper.emitted('tap')).toBeUndefined()
    expect(button.attributes('aria-busy')).toBe('true')
    await wrapper.setProps({ busy: false })
    await button.trigger('click')
    expect(wrapper.emitted('tap')).toHaveLength(1)
  })
})

describe('行', () => {
  it('点得开的是链接，点不开的没有角色', async () => {
    const wrapper = mount(QCell, { props: { title: '我的消息', to: 'pages/me/inbox' } })
    await wrapper.get('[role=link]').trigger('click')
    expect(uni.navigateTo).toHaveBeenCalledWith({ url: '/pages/me/inbox' })
    expect(mount(QCell, { props: { title: '行业' } }).find('[role]').exists()).toBe(false)
  })
})

describe('填写的一栏', () => {
  const options = [
    { value: '1', label: '清泉街道' },
    { value: '2', label: '崇文街道' },
  ]

  it('名称和错误都说给读屏', () => {
    const wrapper = mount(QField, { props: { label: '企业名称', error: '请填写企业名称' } })
    const input = wrapper.get('input')
    expect(input.attributes('aria-label')).toBe('企业名称，请填写企业名称')
    expect(input.attributes('aria-invalid')).toBe('true')
    expect(wrapper.get('[role=alert]').text()).toBe('请填写企业名称')
  })

  it('填的字传出去', async () => {
    const wrapper = mount(QField, { props: { label: '企业名称' } })
    wrapper.get('input').element.dispatchEvent(new CustomEvent('input', { detail: { value: '冠县' } }))
    await nextTick()
    expect(wrapper.emitted('update:modelValue')).toEqual([['冠县']])
  })

  it('从面板里选', async () => {
    const wrapper = mount(QField, { props: { label: '乡镇', type: 'select', options } })
    await wrapper.get('[aria-label="乡镇：请选择"]').trigger('click')
    expect(wrapper.get('[role=dialog]').attributes('aria-label')).toBe('乡镇')
    await wrapper.findAll('[role=radio]')[1].trigger('click')
    expect(wrapper.emitted('update:modelValue')).toEqual([['2']])
    expect(wrapper.find('[role=dialog]').exists()).toBe(false)
  })

  it('选项多的可以输入几个字查找', async () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ value: String(index), label: `行业${index}` }))
    const wrapper = mount(QField, { props: { label: '行业', type: 'select', options: many } })
    await wrapper.get('[aria-label="行业：请选择"]').trigger('click')
    await wrapper.get('input').setValue('行业1')
    expect(wrapper.findAll('[role=radio]')).toHaveLength(11)
    await wrapper.get('input').setValue('没有的')
    expect(wrapper.text()).toContain('没有含“没有的”的')
  })
})

describe('一页的三种样子', () => {
  const body = { slots: { default: '内容' } }

  it('正在取、没有取到、取到了', async () => {
    const wrapper = mount(QState, { props: { loading: true, error: '', ready: false }, ...body })
    expect(wrapper.get('[role=status]').attributes('aria-label')).toBe('正在加载')
    await wrapper.setProps({ loading: false, error: '网络不通' })
    expect(wrapper.get('[role=alert]').text()).toContain('网络不通')
    await wrapper.getComponent(QError).get('[role=button]').trigger('click')
    expect(wrapper.emitted('retry')).toHaveLength(1)
    await wrapper.setProps({ error: '', ready: true })
    expect(wrapper.text()).toBe('内容')
  })
})

describe('附件', () => {
  const entry = (changes: Partial<Entry>): Entry => ({ key: 'k', name: '证书.jpg', size: 2048, state: 'done', percent: 100, problem: '', ...changes })

  it('写明进度、结果、没传成的原因', async () => {
    const wrapper = mount(QUploads, { props: { entries: [entry({ state: 'sending', percent: 40 })], most: 9, label: '影像' } })
    expect(wrapper.text()).toContain('正在上传 40%')
    await wrapper.setProps({ entries: [entry({ state: 'failed', problem: '照片太暗，请重拍' })] })
    expect(wrapper.text()).toContain('照片太暗，请重拍')
    await wrapper.get('[aria-label="重试上传证书.jpg"]').trigger('click')
    await wrapper.get('[aria-label="去掉证书.jpg"]').trigger('click')
    expect(wrapper.emitted()).toMatchObject({ retry: [['k']], remove: [['k']] })
    await wrapper.setProps({ entries: [entry({})] })
    expect(wrapper.text()).toContain('已上传 · 2 KB')
  })

  it('够数了不再让加', () => {
    const wrapper = mount(QUploads, { props: { entries: [entry({})], most: 1, label: '执照' } })
    expect(wrapper.text()).not.toContain('拍照或选照片')
  })
})

describe('大字模式', () => {
  it('每页跟着变，记在手机上', async () => {
    const wrapper = mount(QPage)
    expect(wrapper.classes()).not.toContain('q-large')
    largeText.value = true
    await nextTick()
    expect(wrapper.classes()).toContain('q-large')
    vi.resetModules()
    expect((await import('@/large-text')).largeText.value).toBe(true)
    largeText.value = false
  })
})

describe('看的是上一份', () => {
  const words = (old: 'OFFLINE' | 'SERVER' | false) => mount(QAsof, { props: { at: Date.parse('2026-11-28T02:00:00Z'), old } }).text()

  it('没有网的说没有网，系统没有答复的不说成没有网，都说怎么办', () => {
    expect(words('OFFLINE')).toMatch(/^没有连上网络，这是.*存下的。有网时下拉再看/)
    expect(words('SERVER')).toMatch(/^您的网络是通的，系统一时没有答复，这是.*存下的。过几分钟下拉再看/)
    expect(words(false)).toBe('')
  })
})
