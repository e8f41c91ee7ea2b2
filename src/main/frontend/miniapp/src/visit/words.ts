// 走访里几处一样的说法
import type { VisitView } from '@qihang/api-client'

/** 企业对这次走访的回应 */
export function echoOf(echo: VisitView['echo']): string {
  if (!echo) return '企业还没有回应'
  if (!echo.came) return '企业说没有来过'
  return echo.useful ? '企业说来过、有用' : '企业说来过、用处不大'
}

/** 张三 厂长、李四 */
export function peopleOf(people: { name: string; position: string }[]): string {
  return people.map((it) => [it.name, it.position].filter(Boolean).join(' ')).join('、')
}
