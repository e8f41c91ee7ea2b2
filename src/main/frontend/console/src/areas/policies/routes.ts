import type { AreaRoutes } from '@/shell/area'

export default [
  {
    path: '/policies',
    name: 'policies',
    component: () => import('./PoliciesPage.vue'),
    meta: { title: '政策', roles: ['COUNTY_OFFICER', 'LEADER'], nav: { group: '政策', order: 1 } },
  },
  {
    path: '/policies/new',
    name: 'policy-new',
    component: () => import('./PolicyEditor.vue'),
    meta: { title: '起草政策', roles: ['COUNTY_OFFICER'], parent: 'policies', wide: true },
  },
  {
    path: '/policies/:policy',
    name: 'policy',
    component: () => import('./PolicyPage.vue'),
    meta: { title: '政策', roles: ['COUNTY_OFFICER', 'LEADER'], parent: 'policies' },
  },
  {
    path: '/policies/:policy/edit',
    name: 'policy-edit',
    component: () => import('./PolicyEditor.vue'),
    meta: { title: '修改草稿', roles: ['COUNTY_OFFICER'], parent: 'policy', wide: true },
  },
  {
    path: '/posters',
    name: 'posters',
    component: () => import('./PostersPage.vue'),
    meta: { title: '登记海报', roles: ['COUNTY_OFFICER', 'TOWNSHIP_OFFICER'], nav: { group: '计划与登记', order: 4 } },
  },
] satisfies AreaRoutes
