import type { AreaRoutes } from '@/shell/area'

export default [
  {
    path: '/register',
    name: 'register',
    component: () => import('./RegisterPage.vue'),
    meta: { title: '企业名录导入', roles: ['COUNTY_OFFICER', 'LEADER'], nav: { group: '企业', order: 2 } },
  },
] satisfies AreaRoutes
