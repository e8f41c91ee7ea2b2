import type { AreaRoutes } from '@/shell/area'
import type { Role } from '@/shell/roles'

const readers: Role[] = ['COUNTY_OFFICER', 'TOWNSHIP_OFFICER', 'LEADER']
const county: Role[] = ['COUNTY_OFFICER', 'LEADER']

export default [
  {
    path: '/visits',
    name: 'visits',
    component: () => import('./VisitListPage.vue'),
    meta: { title: '走访', roles: readers, nav: { group: '走访与证书', order: 1 } },
  },
  {
    path: '/visits/:visit',
    name: 'visit',
    component: () => import('./VisitPage.vue'),
    meta: { title: '走访详情', roles: readers, parent: 'visits' },
  },
  {
    path: '/promises',
    name: 'promises',
    component: () => import('./PromisesPage.vue'),
    meta: { title: '承诺', roles: readers, nav: { group: '走访与证书', order: 2 } },
  },
  {
    path: '/assignments',
    name: 'rounds',
    component: () => import('./RoundsPage.vue'),
    meta: { title: '专员名单', roles: county, nav: { group: '走访与证书', order: 3 } },
  },
  {
    path: '/assignments/:round',
    name: 'round',
    component: () => import('./RoundPage.vue'),
    meta: { title: '一轮名单', roles: readers, parent: 'rounds' },
  },
  {
    path: '/uncovered',
    name: 'uncovered',
    component: () => import('./UncoveredPage.vue'),
    meta: { title: '没有主责专员', roles: readers, nav: { group: '走访与证书', order: 4 } },
  },
] satisfies AreaRoutes
