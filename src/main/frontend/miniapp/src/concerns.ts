import type { CertificateCard, MyRegistration, TrackCard } from '@qihang/api-client'
import { nameOf } from './certificate'

/** 等我办的一件事 */
export interface Concern {
  title: string
  note: string
  to: string
}

/** 等我办的：退回的登记和证书、没交的执照、等我确认的诉求、快到期的证书；没有的就是空 */
export function concernsOf(registrations: MyRegistration[], tickets: TrackCard[], certificates: CertificateCard[]): Concern[] {
  const concerns: Concern[] = []
  for (const it of tickets) {
    if (it.status === 'ANSWERED') concerns.push({ title: `请确认：${it.title}`, note: '已有办结答复，解决没有，点开说一声', to: `pages/ticket/show?id=${it.id}` })
  }
  for (const it of registrations) {
    const to = `pages/registration/result?id=${it.id}`
    if (it.status === 'RETURNED') concerns.push({ title: `登记被退回：${it.name}`, note: it.returnReasons.join('；'), to })
    if (it.status === 'PENDING' && it.licenceRequired && !it.licenceSentAt) {
      concerns.push({ title: `请补一张营业执照照片：${it.name}`, note: `${it.unitName}核实登记时要看`, to })
    }
  }
  for (const it of certificates) {
    const to = `pages/certificate/show?id=${it.id}`
    if (it.status === 'RETURNED') concerns.push({ title: `证书被退回：${nameOf(it)}`, note: it.returnHint ?? '', to })
    if (it.status === 'VERIFIED' && it.validity.state === 'ENDING') concerns.push({ title: `证书快到期：${nameOf(it)}`, note: it.validity.text, to })
    if (it.status === 'VERIFIED' && it.validity.state === 'EXPIRED') concerns.push({ title: `证书已到期：${nameOf(it)}`, note: it.validity.text, to })
  }
  return concerns
}
