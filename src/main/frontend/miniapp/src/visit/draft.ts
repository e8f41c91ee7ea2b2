// 走访的草稿：界面上填的、存在本机的、送出去的，是同一份内容。
import type { VisitRequest, VisitView } from '@qihang/api-client'
import { daysBetween } from '@/format'
import { dayOf, localOf, plusDays } from '@/time/day'
import type { WaitingPhoto } from './queue'

export type VisitKind = VisitRequest['kind']
export type Promiser = 'COMMISSIONER' | 'OFFICE' | 'ENTERPRISE'

export interface MetPerson {
  name: string
  position: string
}

export interface PromiseDraft {
  id: string
  by: Promiser
  office: string
  what: string
  dueOn: string
}

export interface ProblemDraft {
  id: string
  category: string
  title: string
  content: string
  /** 就是已有的哪件诉求；不另立 */
  ticket?: string
  number?: string
}

export interface VisitDraft {
  clientId: string
  /** 已存下或已送达的稿次；新的为 0 */
  revision: number
  /** 打开时服务器上的稿次；新的为 0 */
  base: number
  enterprise: string
  enterpriseName: string
  visitedAt: string
  kind: VisitKind
  said: string
  people: MetPerson[]
  promises: PromiseDraft[]
  problems: ProblemDraft[]
  /** 这次加的照片，已复制到手机里 */
  photos: WaitingPhoto[]
}

/** 一次走访至多几个人、几项承诺、几个问题，和服务器的一样 */
export const MOST_ROWS = 10

/** 一次走访至多几张照片，和服务器的一样 */
export const MOST_PHOTOS = 3

export const KINDS: { value: VisitKind; label: string }[] = [
  { value: 'ON_SITE', label: '实地' },
  { value: 'PHONE', label: '电话' },
  { value: 'ONLINE', label: '线上' },
]

export const PROMISERS: { value: Promiser; label: string }[] = [
  { value: 'COMMISSIONER', label: '我' },
  { value: 'OFFICE', label: '部门' },
  { value: 'ENTERPRISE', label: '企业' },
]

const AHEAD = 10 * 60_000

export function newVisit(clientId: string, enterprise: string, enterpriseName: string, now: Date): VisitDraft {
  return {
    clientId,
    revision: 0,
    base: 0,
    enterprise,
    enterpriseName,
    visitedAt: localOf(now.getTime()),
    kind: 'ON_SITE',
    said: '',
    people: [],
    promises: [],
    problems: [],
    photos: [],
  }
}

/** 在队列里的一稿，接着改 */
export function draftOf(clientId: string, enterpriseName: string, report: VisitRequest): VisitDraft {
  return {
    clientId,
    revision: report.revision,
    base: report.base ?? 0,
    enterprise: report.enterprise,
    enterpriseName,
    visitedAt: report.visitedAt,
    kind: report.kind,
    said: report.said,
    people: (report.people ?? []).map((it) => ({ ...it })),
    promises: (report.promises ?? []).map((it) => ({ ...it, office: it.office ?? '' })),
    problems: (report.problems ?? []).map(({ ticket, category, ...it }) => ({ ...it, category: category ?? '', ...(ticket ? { ticket } : {}) })),
    photos: [],
  }
}

/** 已送达的一条，接着改；问题已成诉求，不在稿里再改 */
export function draftOfSent(visit: VisitView): VisitDraft {
  return {
    clientId: visit.clientId ?? '',
    revision: visit.latest,
    base: visit.latest,
    enterprise: visit.enterprise,
    enterpriseName: visit.enterpriseName,
    visitedAt: visit.visitedAt,
    kind: visit.kind,
    said: visit.said,
    people: visit.people.map((it) => ({ ...it })),
    promises: visit.promises
      .filter((it) => it.status === 'OPEN' && it.clientId)
      .map((it) => ({
        id: it.clientId ?? '',
        by: it.by,
        office: it.by === 'OFFICE' ? it.byName : '',
        what: it.what,
        dueOn: it.dueOn,
      })),
    problems: [],
    photos: [],
  }
}

/** 服务器上已有更新的一稿：内容照本机的，稿次接着服务器的 */
export function rebased(draft: VisitDraft, serverRevision: number): VisitDraft {
  return { ...draft, revision: Math.max(draft.revision, serverRevision), base: serverRevision }
}

/** 送不进原来那条的，另作一条新的；承诺和问题也换新编号 */
export function asNew(draft: VisitDraft, uuid: () => string): VisitDraft {
  return {
    ...draft,
    clientId: uuid(),
    revision: 0,
    base: 0,
    promises: draft.promises.map((it) => ({ ...it, id: uuid() })),
    problems: draft.problems.map((it) => ({ ...it, id: uuid() })),
  }
}

export function isBlank(draft: VisitDraft): boolean {
  return (
    !draft.said.trim() &&
    !kept(draft.people, (it) => it.name + it.position).length &&
    !kept(draft.promises, (it) => it.what).length &&
    !kept(draft.problems, (it) => it.title + it.content).length &&
    !draft.photos.length
  )
}

export function reportOf(draft: VisitDraft, device?: string): VisitRequest {
  return {
    revision: draft.revision + 1,
    ...(device ? { device, base: draft.base } : {}),
    enterprise: draft.enterprise,
    visitedAt: draft.visitedAt,
    kind: draft.kind,
    said: draft.said.trim(),
    people: kept(draft.people, (it) => it.name + it.position).map((it) => ({
      name: it.name.trim(),
      position: it.position.trim(),
    })),
    promises: kept(draft.promises, (it) => it.what).map((it) => ({
      id: it.id,
      by: it.by,
      ...(it.by === 'OFFICE' ? { office: it.office.trim() } : {}),
      what: it.what.trim(),
      dueOn: it.dueOn,
    })),
    problems: kept(draft.problems, (it) => it.title + it.content).map((it) => ({
      id: it.id,
      ...(it.ticket ? {} : { category: it.category }),
      title: it.title.trim(),
      content: it.content.trim(),
      ...(it.ticket ? { ticket: it.ticket } : {}),
    })),
  }
}

/** 送之前自己先看一遍；键是字段，和服务器的写法一样 */
export function faultsOf(draft: VisitDraft, oldestDays: number | undefined, now: Date): Record<string, string> {
  const faults: Record<string, string> = {}
  const report = reportOf(draft)
  const day = dayOf(draft.visitedAt)
  if (!report.said) faults.said = '请写谈了什么'
  if (report.said.length > 4000) faults.said = '内容不超过 4000 字'
  if (Date.parse(draft.visitedAt) > now.getTime() + AHEAD) {
    faults.visitedAt = '走访时间比现在晚，请核对'
  } else if (oldestDays !== undefined && daysBetween(day, dayOf(now.getTime())) > oldestDays) {
    faults.visitedAt = `走访已过去 ${oldestDays} 天以上，不能再补记；确需补记请与县工业和信息化局联系`
  }
  each(report.people, 'people', faults, (it) => ({
    name: it.name ? longer(it.name, 50, '姓名') : '请填写姓名，没有见到人的去掉这一行',
    position: longer(it.position, 50, '职务'),
  }))
  each(report.promises, 'promises', faults, (it) => ({
    office: it.by === 'OFFICE' ? (it.office ? longer(it.office, 60, '部门名称') : '请写是哪个部门承诺的') : '',
    what: longer(it.what, 200, '承诺'),
    dueOn: !it.dueOn ? '请选择到哪天' : it.dueOn < day ? '期限不能早于走访当天' : '',
  }))
  each(report.problems, 'problems', faults, (it) => ({
    category: it.category || it.ticket ? '' : '请选择类别',
    title: it.title ? longer(it.title, 60, '标题') : '请用一句话写明问题',
    content: it.content ? longer(it.content, 2000, '内容') : '请写明情况和希望解决什么',
  }))
  return faults
}

/** 到哪天的几个常用选择 */
export function dueChoices(visitedAt: string): { label: string; day: string }[] {
  const day = dayOf(visitedAt)
  return [
    { label: '三天后', day: plusDays(day, 3) },
    { label: '一周后', day: plusDays(day, 7) },
    { label: '两周后', day: plusDays(day, 14) },
    { label: '一个月后', day: plusDays(day, 30) },
  ]
}

function kept<T>(rows: T[], words: (row: T) => string): T[] {
  return rows.filter((it) => words(it).trim())
}

function each<T>(
  rows: T[] | null | undefined,
  name: string,
  faults: Record<string, string>,
  check: (row: T) => Record<string, string>,
): void {
  rows?.forEach((row, i) => {
    for (const [field, fault] of Object.entries(check(row))) {
      if (fault) faults[`${name}[${i}].${field}`] = fault
    }
  })
}

function longer(text: string, limit: number, what: string): string {
  return text.length > limit ? `${what}不超过 ${limit} 字` : ''
}
