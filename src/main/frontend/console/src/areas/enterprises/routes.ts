import type { AreaRoutes } from '@/shell/area'

export default [
  {
    path: '/enterprises',
    name: 'enterprises',
    component: () => import('./EnterprisesPage.vue'),
    meta: { title: '企业', roles: ['COUNTY_OFFICER', 'TOWNSHIP_OFFICER', 'LEADER'], nav: { group: '企业', order: 1 } },
  },
  {
    path: '/enterprises/:enterprise',
    name: 'enterprise',
    component: () => import('./EnterprisePage.vue'),
    meta: { title: '一企一档', roles: ['COUNTY_OFFICER', 'TOWNSHIP_OFFICER', 'LEADER'], parent: 'enterprises' },
  },
] satisfies AreaRoutes
