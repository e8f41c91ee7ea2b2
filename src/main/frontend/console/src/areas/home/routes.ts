import type { AreaRoutes } from '@/shell/area'

export default [
  { path: '/', name: 'home', component: () => import('./HomePage.vue'), meta: { title: '工作台', nav: { group: '', order: 1 } } },
] satisfies AreaRoutes
