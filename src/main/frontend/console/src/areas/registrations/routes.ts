import type { AreaRoutes } from '@/shell/area'
import type { Role } from '@/shell/roles'

const readers: Role[] = ['COUNTY_OFFICER', 'LEADER', 'TOWNSHIP_OFFICER']

export default [
  {
    path: '/registrations',
    name: 'registrations',
    component: () => import('./RegistrationsPage.vue'),
    meta: { title: '平台注册', roles: readers, nav: { group: '计划与登记', order: 2 } },
  },
  {
    path: '/registrations/differences',
    name: 'differences',
    component: () => import('./DifferencesPage.vue'),
    meta: { title: '与市平台名单对照', roles: readers, parent: 'registrations' },
  },
  {
    path: '/registrations/listings',
    name: 'listings',
    component: () => import('./ListingsPage.vue'),
    meta: { title: '市平台名单', roles: ['COUNTY_OFFICER', 'LEADER'], parent: 'registrations' },
  },
] satisfies AreaRoutes
