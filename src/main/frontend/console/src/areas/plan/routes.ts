import type { AreaRoutes } from '@/shell/area'
import type { Role } from '@/shell/roles'

const readers: Role[] = ['COUNTY_OFFICER', 'LEADER', 'TOWNSHIP_OFFICER']

export default [
  {
    path: '/plans',
    name: 'plans',
    component: () => import('./PlanPage.vue'),
    meta: { title: '年度计划', roles: readers, nav: { group: '计划与登记', order: 1 }, wide: true },
  },
  {
    path: '/plans/:year(\\d{4})',
    name: 'plan',
    component: () => import('./PlanPage.vue'),
    meta: { title: '年度计划', roles: readers, parent: 'plans', wide: true },
  },
  {
    path: '/plans/:year(\\d{4})/items/:no(\\d+)/units/:unit',
    name: 'plan-names',
    component: () => import('./PlanNamesPage.vue'),
    meta: { title: '名单', roles: readers, parent: 'plan' },
  },
] satisfies AreaRoutes
