// 走访记的话里，哪一句是要部门解决的问题；企业已有差不多的诉求先给人看。不用联网：诉求取自存下的上门简报。
import type { BriefItem } from '@qihang/api-client'

const LONGEST_TITLE = 60
const ALIKE = 0.3

/** 一句一句；太短的不算 */
export function sentencesOf(said: string): string[] {
  const found = said
    .split(/[。！？!?；;\n]+/)
    .map((it) => it.trim())
    .filter((it) => it.length >= 4)
  return [...new Set(found)]
}

/** 诉求的一句话说明 */
export function titleOf(sentence: string): string {
  return sentence.length > LONGEST_TITLE ? `${sentence.slice(0, LONGEST_TITLE - 1)}…` : sentence
}

function pairsOf(text: string): Set<string> {
  const plain = text.replace(/[^\p{L}\p{N}]/gu, '')
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < plain.length; i++) pairs.add(plain.slice(i, i + 2))
  return pairs
}

/** 短的一句里，有多少相邻的两个字在另一句里也有：0 到 1 */
export function likeness(one: string, other: string): number {
  const [few, many] = [pairsOf(one), pairsOf(other)].sort((a, b) => a.size - b.size)
  if (!few?.size || !many) return 0
  return [...few].filter((it) => many.has(it)).length / few.size
}

/** 差不多的已有诉求，最像的在前 */
export function similarTo(sentence: string, tickets: readonly BriefItem[]): BriefItem[] {
  return tickets
    .map((ticket) => ({ ticket, like: likeness(sentence, ticket.title) }))
    .filter((it) => it.like >= ALIKE)
    .sort((a, b) => b.like - a.like)
    .map((it) => it.ticket)
}
