import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { chooseEnterprise } from '@/enterprise'
import CertificateForm from '@/pages/certificate/form.vue'
import { keep } from '@/store'

const hooks = vi.hoisted(() => ({ load: undefined as ((query: object) => void) | undefined }))
vi.mock('@dcloudio/uni-app', () => ({
  onLoad: (hook: (query: object) => void) => (hooks.load = hook),
  onHide: vi.fn(),
  onUnload: vi.fn(),
  onPullDownRefresh: vi.fn(),
}))

const firm = (id: string, name: string) => ({ id, name, status: 'ACTIVE', proof: 'OFFICER' })
const types = [{ code: 'srdi', name: '“专精特新”中小企业', note: '', validYears: 3, levels: [{ code: 'PROVINCIAL', name: '省级' }] }]
const returned = {
  card: { id: 'c1', enterprise: 'e1', enterpriseName: '冠县虚构纺织有限公司', type: 'srdi', level: 'PROVINCIAL', number: '1', issuedOn: '2026-01-05', validUntil: null, returnHint: '影像不清' },
  files: [],
}
let asked: string[]

beforeEach(() => {
  asked = []
  chooseEnterprise('e2')
  vi.stubGlobal('uni', {
    ...uni,
    chooseMedia: ({ success }: { success: (it: object) => void }) => success({ tempFiles: [{ tempFilePath: 'a.jpg', size: 9 }] }),
    chooseImage: () => undefined,
    request: ({ url, method, success, fail }: { url: string; method: string; success: (reply: object) => void; fail: (it: object) => void }) => {
      asked.push(`${method} ${url}`)
      if (method === 'POST') return fail({ errMsg: 'request:fail' })
      const found = url.includes('/mine') ? { items: [firm('e1', '冠县虚构纺织有限公司'), firm('e2', '冠县虚构轴承有限公司')], next: null } : url.includes('/certificates/') ? returned : types
      success({ statusCode: 200, data: JSON.stringify(found) })
    },
  })
})

async function open(query: object) {
  const page = mount(CertificateForm)
  hooks.load?.(query)
  await flushPromises()
  return page
}

const button = (page: ReturnType<typeof mount>, text: string) => page.findAll('.q-button').find((it) => it.text() === text)!

it('退回的证书照原来那家交，不管现在选的是哪家', async () => {
  const page = await open({ id: 'c1' })
  expect(page.text()).toContain('冠县虚构纺织有限公司')
  await button(page, '拍照或选照片').trigger('click')
  await flushPromises()
  expect(asked.at(-1)).toContain('/enterprises/e1/certificate-files')
})

it('一家一份草稿：换了企业不带出别家没交的', async () => {
  keep('draft.certificate.new.e1', { form: { type: 'srdi', level: '', number: '甲一号', issuedOn: '', validUntil: '', files: [] }, key: 'k' })
  const page = await open({})
  expect(page.text()).toContain('冠县虚构轴承有限公司')
  expect(page.text()).not.toContain('已带出上次没有提交的内容')
  expect(page.findAll('input').map((it) => it.element.value)).not.toContain('甲一号')
  chooseEnterprise('e1')
  expect((await open({})).text()).toContain('已带出上次没有提交的内容')
})

it('有没传成的影像，说明了不提交', async () => {
  const page = await open({ id: 'c1' })
  await button(page, '拍照或选照片').trigger('click')
  await flushPromises()
  asked = []
  await button(page, '重新提交').trigger('click')
  await flushPromises()
  expect(page.text()).toContain('有没传成的，请重试或去掉后再提交')
  expect(asked).toEqual([])
})
