import type { CardView, OpeningView, PartView, PolicyView } from '@qihang/api-client'
import { day } from './format'

type Tone = 'plain' | 'info' | 'good' | 'warn' | 'bad'

export interface Tag {
  text: string
  tone: Tone
}

/** 政策卡片上的状态：撤回、替代、失效、申报期，都有字 */
export function tagsOf(policy: CardView): Tag[] {
  const tags: Tag[] = []
  if (policy.status === 'WITHDRAWN' || policy.status === 'REPLACED') tags.push({ text: policy.statusLabel, tone: 'bad' })
  if (policy.lapsed) tags.push({ text: policy.termLabel, tone: 'warn' })
  if (policy.window === 'OPEN') tags.push({ text: policy.windowLabel, tone: 'good' })
  if (policy.window === 'NOT_YET') tags.push({ text: policy.windowLabel, tone: 'info' })
  if (policy.window === 'CLOSED') tags.push({ text: policy.windowLabel, tone: 'plain' })
  return tags
}

/** 申报期，没有的为空 */
export function windowOf(policy: { applyFrom: string | null; applyUntil: string | null }): string {
  const { applyFrom, applyUntil } = policy
  if (applyFrom && applyUntil) return `申报：${day(applyFrom)}至${day(applyUntil)}`
  if (applyUntil) return `申报截止${day(applyUntil)}`
  return applyFrom ? `${day(applyFrom)}起申报` : ''
}

/** 再远的不数工作日，只说日期：一年里的工作日 */
export const COUNTED_DAYS = 250

/** 申报日历里的一行现在怎么样 */
export function openingOf(it: OpeningView): Tag {
  if (it.expected) return { text: '明年还有', tone: 'plain' }
  if (it.workingDaysToOpen != null) return { text: `${it.workingDaysToOpen} 个工作日后开始`, tone: 'info' }
  if (it.workingDaysLeft == null || it.workingDaysLeft > COUNTED_DAYS) return { text: '申报中', tone: 'good' }
  if (it.workingDaysLeft === 0) return { text: '今天是最后一个工作日', tone: 'bad' }
  return { text: `还剩 ${it.workingDaysLeft} 个工作日`, tone: it.workingDaysLeft <= 5 ? 'warn' : 'good' }
}

export function sourceOf(policy: CardView): string {
  return [policy.issuer, policy.documentNumber].filter(Boolean).join(' · ')
}

/** 引用一个条款的写法 */
export function citationOf(policy: CardView, ref: string): string {
  const number = policy.documentNumber ? `（${policy.documentNumber}）` : ''
  return `《${policy.shortTitle}》${number}${ref}`
}

export function pageOf(id: string, ref?: string): string {
  return `pages/policy/show?id=${id}${ref ? `&ref=${encodeURIComponent(ref)}` : ''}`
}

/** 显示的一块：一个条款，或者连着的几行表格 */
export interface Chunk {
  part: PartView
  head?: string[]
  rows?: PartView[]
}

export function chunksOf(parts: PartView[]): Chunk[] {
  const chunks: Chunk[] = []
  let table: (Chunk & { rows: PartView[] }) | undefined
  for (const part of parts) {
    if (part.kind === 'TABLE_HEAD' || part.kind === 'TABLE_ROW') {
      if (!table || part.kind === 'TABLE_HEAD') {
        table = { part, head: part.kind === 'TABLE_HEAD' ? part.cells : [], rows: [] }
        chunks.push(table)
      }
      if (part.kind === 'TABLE_ROW') table.rows.push(part)
    } else {
      table = undefined
      chunks.push({ part })
    }
  }
  return chunks
}

/** 政策的要素，文件没写的不列 */
export function factsOf({ policy, particulars: it }: PolicyView): [name: string, value: string][] {
  const facts: [string, string | null][] = [
    ['发文机关', it.issuer],
    ['文号', it.documentNumber],
    ['成文日期', day(it.issuedOn)],
    ['施行日期', day(it.effectiveFrom)],
    ['失效日期', day(it.effectiveUntil)],
    ['实施期', it.periodFrom ? `${day(it.periodFrom)}至${day(it.periodUntil)}` : ''],
    ['有效期', policy.term === 'UNSTATED' ? policy.termLabel : ''],
  ]
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]))
}
