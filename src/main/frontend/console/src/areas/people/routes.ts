import type { AreaRoutes } from '@/shell/area'

export default [
  {
    path: '/accounts',
    name: 'accounts',
    component: () => import('./AccountsPage.vue'),
    meta: { title: '账号', roles: ['SYSTEM_ADMIN', 'SECURITY_ADMIN'], nav: { group: '管理', order: 1 } },
  },
  {
    path: '/offices',
    name: 'offices',
    component: () => import('./OfficesPage.vue'),
    meta: { title: '责任单位', roles: ['COUNTY_OFFICER', 'SYSTEM_ADMIN', 'SECURITY_ADMIN'], nav: { group: '管理', order: 2 } },
  },
  {
    path: '/dead-letters',
    name: 'dead-letters',
    component: () => import('./DeadLettersPage.vue'),
    meta: { title: '没有办成的事件', roles: ['SYSTEM_ADMIN'], nav: { group: '管理', order: 3 } },
  },
] satisfies AreaRoutes
