// 只由类型检查读：写错的路径、漏掉的参数、不认识的值过不了编译。
import { createClient, fetchTransport } from '../src'

const api = createClient({ base: '', transport: fetchTransport, token: () => undefined })

export async function wrong(): Promise<void> {
  // @ts-expect-error 没有这个路径
  await api.get('/api/v1/nothing')
  // @ts-expect-error 少了路径参数
  await api.get('/api/v1/enterprises/{enterprise}')
  // @ts-expect-error 少了请求内容
  await api.post('/api/v1/enterprises/{enterprise}/tickets', { path: { enterprise: 'x' } })
  // @ts-expect-error 这个路径不能 PUT
  await api.put('/api/v1/me')
}
