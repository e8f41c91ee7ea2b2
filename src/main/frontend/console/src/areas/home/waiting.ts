import { dateTime } from '@/shared/format'
import { api } from '@/shell/api'
import { type Waiting, SHOWN } from './HomeList.vue'

const limit = SHOWN + 1

export async function registrations(): Promise<Waiting[]> {
  const page = await api.get('/api/v1/desk/registrations', { query: { status: 'PENDING', limit } })
  return page.items.map((it) => ({
    id: it.id,
    text: it.name,
    note: `${it.unitName}，${dateTime(it.submittedAt)} 提交`,
    to: `/reviews/${it.id}`,
  }))
}

export async function certificates(): Promise<Waiting[]> {
  const page = await api.get('/api/v1/desk/certificates', { query: { status: 'SUBMITTED', limit } })
  return page.items.map((it) => ({
    id: it.id,
    text: `${it.enterpriseName}　${it.typeName}`,
    note: `${dateTime(it.submittedAt)} 提交`,
    to: `/certificates/${it.id}`,
  }))
}

export async function tickets(): Promise<Waiting[]> {
  const page = await api.get('/api/v1/desk/tickets', { query: { open: true, order: 'DUE', limit } })
  return page.items.map((it) => ({
    id: it.id,
    text: `${it.enterpriseName}　${it.title}`,
    note: it.nextDueAt ? `${it.statusName}，${dateTime(it.nextDueAt)} 前` : it.statusName,
    to: `/tickets/${it.id}`,
    tag: it.overdue ? { text: '已超期', tone: 'bad' } : undefined,
  }))
}

export async function extensions(): Promise<Waiting[]> {
  const page = await api.get('/api/v1/desk/ticket-extensions', { query: { limit } })
  return page.items.map((it) => ({
    id: it.ticket,
    text: `${it.enterpriseName}　${it.title}`,
    note: `${it.officeName}申请，${dateTime(it.dueAt)} 到期`,
    to: `/tickets/${it.ticket}`,
    tag: it.overdue ? { text: '已超期', tone: 'bad' } : undefined,
  }))
}
