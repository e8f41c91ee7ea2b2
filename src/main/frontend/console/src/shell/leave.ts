import { ApiError } from '@qihang/api-client'
import { ElMessage } from 'element-plus'
import { router } from './router'
import { signOut } from './session'

/** Signs out and shows the sign-in page, whatever the server answers. */
export async function leaveDesk(): Promise<void> {
  try {
    await signOut()
  } catch (failure) {
    const over = failure instanceof ApiError && failure.status === 401
    if (!over) ElMessage.warning('没有连上服务。这台电脑上已经退出，会话在 30 分钟后自动失效。')
  }
  await router.push({ name: 'sign-in' })
}
