import { ElMessage } from 'element-plus'
import { wordsOf } from '@/shared/format'
import { api } from '@/shell/api'

/** 在新窗口打开诉求的一个附件；每次打开都有记录。 */
export async function openFile(ticket: string, file: string): Promise<void> {
  try {
    const link = await api.post('/api/v1/desk/tickets/{ticket}/files/{file}/link', { path: { ticket, file } })
    window.open(link.url, '_blank', 'noopener')
  } catch (failure) {
    ElMessage.error(wordsOf(failure))
  }
}
