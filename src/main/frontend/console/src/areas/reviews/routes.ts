import type { AreaRoutes } from '@/shell/area'

export default [
  {
    path: '/reviews',
    name: 'reviews',
    component: () => import('./ReviewsPage.vue'),
    meta: { title: '登记核实', roles: ['COUNTY_OFFICER', 'TOWNSHIP_OFFICER', 'LEADER'], nav: { group: '计划与登记', order: 3 } },
  },
  {
    path: '/reviews/:registration',
    name: 'review',
    component: () => import('./ReviewPage.vue'),
    meta: { title: '核实登记', roles: ['COUNTY_OFFICER', 'TOWNSHIP_OFFICER'], parent: 'reviews', wide: true },
  },
] satisfies AreaRoutes
