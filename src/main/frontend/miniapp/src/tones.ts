import type { Tone } from '@/ticket/due'

/** 期限的缓急对应状态标签的颜色；字里已经说清楚 */
export const toneOf: Record<Tone, 'bad' | 'warn' | 'plain'> = { late: 'bad', soon: 'warn', calm: 'plain' }

export function statusTone(status: string): 'plain' | 'info' | 'good' | 'warn' {
  if (status === 'CLOSED') return 'good'
  if (status === 'ANSWERED' || status === 'PAUSED') return 'warn'
  return status === 'SUSPENDED' ? 'plain' : 'info'
}
