import { ApiError, OfflineError } from '@qihang/api-client'
// #ifdef H5
import { who } from './store'
import { send } from './transport'

/** 浏览器里没有微信，演示系统代替微信发码 */
export async function demo<T>(path: string, body: object = {}): Promise<T> {
  const { status, data } = await send({
    method: 'POST',
    url: `/demo/${path}`,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ who, ...body }),
  })
  if (status === 400) throw new ApiError({ status, code: 'DEMO', detail: (data as { error: string }).error })
  if (status >= 300) throw new OfflineError(`/demo/${path} ${status}`)
  return data as T
}
// #endif

/** 登录用的 code，只能用一次 */
export async function loginCode(): Promise<string> {
  // #ifdef H5
  return (await demo<{ code: string }>('login-codes')).code
  // #endif
  // #ifdef MP-WEIXIN
  return new Promise((resolve, reject) => {
    uni.login({
      provider: 'weixin',
      success: ({ code }) => resolve(code),
      fail: ({ errMsg }) => reject(new OfflineError(errMsg)),
    })
  })
  // #endif
}
