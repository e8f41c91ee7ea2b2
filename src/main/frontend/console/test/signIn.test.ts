import { ApiError } from '@qihang/api-client'
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { api } from '@/shell/api'
import { forget, session } from '@/shell/session'
import SignInPage from '@/shell/SignInPage.vue'
import { mountAt } from './helpers'

const OTPAUTH = 'otpauth://totp/%E4%BC%81%E8%88%AA:county?secret=ABCDEFGHIJKLMNOP&issuer=%E4%BC%81%E8%88%AA'

async function open(answers: Record<string, unknown>, address = '/sign-in') {
  const post = vi.spyOn(api, 'post').mockImplementation((async (path: string) => {
    const answer = answers[path.split('/').at(-1) ?? '']
    if (answer instanceof Error) throw answer
    return answer
  }) as never)
  const { wrapper, router } = await mountAt(SignInPage, '/sign-in', address)
  const submit = async (fields: Record<string, string>) => {
    for (const [id, value] of Object.entries(fields)) await wrapper.get(`#${id}`).setValue(value)
    await wrapper.get('form').trigger('submit')
    await flushPromises()
  }
  return { wrapper, router, post, submit }
}

describe('登录', () => {
  afterEach(() => {
    vi.restoreAllMocks()
    forget()
    document.body.innerHTML = ''
  })

  it('先密码后口令，登录后打开要看的页面', async () => {
    const { wrapper, router, post, submit } = await open(
      { password: { challenge: 'c', secondFactorBound: true }, 'second-factor': { token: 't', endsAt: '' } },
      '/sign-in?next=/plans/2026',
    )
    await submit({ loginName: ' county ', password: 'secret' })
    expect(post).toHaveBeenCalledWith('/api/v1/desk/sign-in/password', { body: { loginName: 'county', password: 'secret' } })
    expect(wrapper.get('h1').text()).toBe('动态口令')
    await submit({ code: '123 456' })
    expect(post).toHaveBeenLastCalledWith('/api/v1/desk/sign-in/second-factor', { body: { challenge: 'c', code: '123456' } })
    expect([session.token, sessionStorage.getItem('qihang.token')]).toEqual(['t', 't'])
    expect(router.currentRoute.value.fullPath).toBe('/plans/2026')
  })

  it('首次登录画出二维码，写出密钥', async () => {
    const { wrapper, submit } = await open({ password: { challenge: 'c', secondFactorBound: false }, enrolment: { otpauthUri: OTPAUTH } })
    await submit({ loginName: 'county', password: 'initial' })
    expect(wrapper.get('h1').text()).toBe('绑定动态口令')
    expect(wrapper.find('[aria-label=动态口令二维码] svg').exists()).toBe(true)
    expect(wrapper.get('code').text()).toBe('ABCD EFGH IJKL MNOP')
  })

  it('口令不对的说明原因，清掉重填', async () => {
    const { wrapper, submit } = await open({
      password: { challenge: 'c', secondFactorBound: true },
      'second-factor': new ApiError({ status: 401, code: 'CODE_WRONG', detail: '动态口令不对，请核对手机时间' }),
    })
    await submit({ loginName: 'county', password: 'secret' })
    await submit({ code: '000000' })
    expect(wrapper.get('[role=alert]').text()).toContain('动态口令不对，请核对手机时间')
    expect((wrapper.get('#code').element as HTMLInputElement).value).toBe('')
    expect(session.token).toBeUndefined()
  })

  it('可以换一个账号从头来', async () => {
    const { wrapper, submit } = await open({ password: { challenge: 'c', secondFactorBound: true } })
    await submit({ loginName: 'county', password: 'secret' })
    await wrapper.get('.back').trigger('click')
    expect(wrapper.get('h1').text()).toBe('登录')
    expect((wrapper.get('#password').element as HTMLInputElement).value).toBe('')
  })
})
