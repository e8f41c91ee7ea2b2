import { ApiError, createClient, OfflineError, type Reply, type Request } from '@qihang/api-client'
import { server } from './config'
import { toWelcome } from './navigation'
import { consentMissing, session, signIn, tokenRefused } from './session'
import { send } from './transport'
import { UnusableFile } from './unusable-file'

export { ApiError, OfflineError } from '@qihang/api-client'

/** 没有登录或登录过期的，悄悄登录一次再发；本人退出的、没有同意说明的，去登录页，办完回到原来的页 */
async function transport(request: Request): Promise<Reply> {
  let reply = await send(request)
  if (reply.status === 401 && !session.left) {
    // 等回答的时候别的请求已经登录过的，用新的令牌再发
    if (!session.token || request.headers.Authorization === `Bearer ${session.token}`) await signIn()
    if (session.token) reply = await send({ ...request, headers: { ...request.headers, Authorization: `Bearer ${session.token}` } })
  }
  if (reply.status === 403 && (reply.data as { code?: string } | undefined)?.code === 'CONSENT_NEEDED') {
    consentMissing()
    toWelcome()
  } else if (reply.status === 401) {
    tokenRefused()
    toWelcome()
  }
  return reply
}

export const api = createClient({ base: server, transport, token: () => session.token })

/** 这次失败说给用户的话 */
export function wordsOf(failure: unknown): string {
  const said = failure instanceof ApiError || failure instanceof OfflineError || failure instanceof UnusableFile
  return said ? failure.message : '出错了，请返回重新进入'
}
