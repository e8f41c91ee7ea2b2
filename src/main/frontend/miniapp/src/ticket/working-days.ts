import { ApiError, OfflineError } from '@qihang/api-client'
import { shallowRef, type ShallowRef } from 'vue'
import { api } from '@/api'
import { county } from '@/config'
import { today } from '@/format'
import { keep, kept } from '@/store'
import { plusDays } from '@/time/day'
import type { CalendarDay } from './due'

interface Kept {
  on: string
  days: CalendarDay[]
}

const name = 'working-days'

/** 前后各两个月的工作日历，一天取一次；取不到的先用上次的，没有的按天说 */
export function useWorkingDays(): ShallowRef<CalendarDay[]> {
  const known = kept<Kept>(name)
  const days = shallowRef(known?.days ?? [])
  if (known?.on !== today()) void refresh(days)
  return days
}

async function refresh(days: ShallowRef<CalendarDay[]>): Promise<void> {
  const on = today()
  try {
    const found = await api.get('/api/v1/regions/{county}/calendar/days', {
      path: { county },
      query: { from: plusDays(on, -60), until: plusDays(on, 60) },
    })
    days.value = found.map(({ date, working }) => ({ date, working }))
    keep(name, { on, days: days.value } satisfies Kept)
  } catch (failure) {
    if (!(failure instanceof ApiError || failure instanceof OfflineError)) throw failure
  }
}
