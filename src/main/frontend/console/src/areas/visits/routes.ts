import type { AreaRoutes } from '@/shell/area'
import type { Role } from '@/shell/roles'

const readers: Role[] = ['COUNTY_OFFICER', 'TOWNSHIP_OFFICER', 'LEADER']
const county: Role[] = ['COUNTY_OFFICER', 'LEADER']
const planners: Role[] = ['COUNTY_OFFICER', 'TOWNSHIP_OFFICER', 'HANDLER', 'LEADER']

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
    meta: { title: '承诺台账', roles: readers, nav: { group: '走访与证书', order: 3 } },
  },
  {
    path: '/assignments',
    name: 'rounds',
    component: () => import('./RoundsPage.vue'),
    meta: { title: '专员名单', roles: county, nav: { group: '走访与证书', order: 5 } },
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
    meta: { title: '没有主责专员', roles: readers, nav: { group: '走访与证书', order: 7 } },
  },
  {
    path: '/visit-plans',
    name: 'visit-plans',
    component: () => import('./PlansPage.vue'),
    meta: { title: '走访日程', roles: planners, nav: { group: '走访与证书', order: 2 } },
  },
  {
    path: '/tasks',
    name: 'tasks',
    component: () => import('./TasksPage.vue'),
    meta: { title: '企业的待办', roles: readers, nav: { group: '走访与证书', order: 4 } },
  },
  {
    path: '/acting',
    name: 'acting',
    component: () => import('./ActingPage.vue'),
    meta: { title: '专员代班', roles: readers, nav: { group: '走访与证书', order: 6 } },
  },
  {
    path: '/assignments/:round/coverage',
    name: 'coverage',
    component: () => import('./CoveragePage.vue'),
    meta: { title: '覆盖情况', roles: readers, parent: 'round' },
  },
  {
    path: '/hand-over/:account',
    name: 'hand-over',
    component: () => import('./HandOverPage.vue'),
    meta: { title: '专员交接单', roles: readers, parent: 'acting' },
  },
  {
    path: '/enterprises/:enterprise/brief',
    name: 'brief',
    component: () => import('./BriefPage.vue'),
    meta: { title: '上门前看一页', roles: readers, parent: 'enterprise' },
  },
  {
    path: '/callbacks',
    name: 'callbacks',
    component: () => import('./CallbacksPage.vue'),
    meta: { title: '走访回访', roles: county, nav: { group: '走访与证书', order: 8 } },
  },
  {
    path: '/field-figures',
    name: 'field-figures',
    component: () => import('./FiguresPage.vue'),
    meta: { title: '走访覆盖', roles: readers, nav: { group: '走访与证书', order: 9 } },
  },
] satisfies AreaRoutes
