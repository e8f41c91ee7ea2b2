// 同一件诉求，三种人看：企业成员、登记它的服务专员、单位工作人员。地址不同，样子相同。
import type { FileLink, StoredFileView, TrackView, UploadForm } from '@qihang/api-client'
import { api } from '@/api'
import type { UploadRequest } from '@/uploads'

export type Side = 'member' | 'field'

export interface Raised {
  category: string
  title: string
  content: string
  files: string[]
}

export interface Source {
  show: (ticket: string) => Promise<TrackView>
  link: (ticket: string, file: string) => Promise<FileLink>
  /** 提出的人补交材料 */
  send: (ticket: string, files: string[], key: string) => Promise<unknown>
  raise: (enterprise: string, raised: Raised, key: string) => Promise<{ id: string; number: string }>
  openUpload: (enterprise: string, request: UploadRequest) => Promise<UploadForm>
  commit: (file: string, key: string) => Promise<StoredFileView>
}

export const sources: Record<Side, Source> = {
  member: {
    show: (ticket) => api.get('/api/v1/tickets/{ticket}', { path: { ticket } }),
    link: (ticket, file) => api.post('/api/v1/tickets/{ticket}/files/{file}/link', { path: { ticket, file } }),
    send: (ticket, files, key) => api.post('/api/v1/tickets/{ticket}/files', { path: { ticket }, body: { files }, key }),
    raise: (enterprise, body, key) => api.post('/api/v1/enterprises/{enterprise}/tickets', { path: { enterprise }, body, key }),
    openUpload: (enterprise, body) => api.post('/api/v1/enterprises/{enterprise}/ticket-files', { path: { enterprise }, body }),
    commit: (file, key) => api.post('/api/v1/uploads/{file}/commitment', { path: { file }, key }),
  },
  field: {
    show: (ticket) => api.get('/api/v1/field/tickets/{ticket}', { path: { ticket } }),
    link: (ticket, file) => api.post('/api/v1/field/tickets/{ticket}/files/{file}/link', { path: { ticket, file } }),
    send: (ticket, files, key) => api.post('/api/v1/field/tickets/{ticket}/files', { path: { ticket }, body: { files }, key }),
    raise: (enterprise, body, key) =>
      api.post('/api/v1/field/enterprises/{enterprise}/tickets', { path: { enterprise }, body, key }),
    openUpload: (enterprise, body) =>
      api.post('/api/v1/field/enterprises/{enterprise}/ticket-files', { path: { enterprise }, body }),
    commit: (file, key) => api.post('/api/v1/field/uploads/{file}/commitment', { path: { file }, key }),
  },
}
