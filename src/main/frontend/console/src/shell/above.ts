import type { RouteLocationNormalizedLoaded, Router, RouteRecordNormalized } from 'vue-router'

/** The routes above one, the highest first, by what each names as its parent. */
export function recordsAbove(router: Router, here: RouteLocationNormalizedLoaded): RouteRecordNormalized[] {
  const above: RouteRecordNormalized[] = []
  let name = here.meta.parent
  while (name) {
    const record = router.getRoutes().find((it) => it.name === name)
    if (!record) break
    above.unshift(record)
    name = record.meta.parent
  }
  return above
}
