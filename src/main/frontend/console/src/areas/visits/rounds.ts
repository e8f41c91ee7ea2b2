import { today } from '@/shared/format'

interface RoundLike {
  startsOn?: string
  endsOn?: string | null
}

/** 今天在用的那一轮；几轮都在用的，取开始得最晚的。 */
export function currentRound<R extends RoundLike>(rounds: R[], day = today()): R | undefined {
  return rounds
    .filter((it) => (it.startsOn ?? '') <= day && (!it.endsOn || it.endsOn >= day))
    .sort((a, b) => (b.startsOn ?? '').localeCompare(a.startsOn ?? ''))[0]
}

/** 今天在不在这段指派里。 */
export function standing(line: RoundLike, day = today()): 'now' | 'past' | 'future' {
  if ((line.startsOn ?? '') > day) return 'future'
  return line.endsOn && line.endsOn < day ? 'past' : 'now'
}

export const yesterday = (day = today()): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
