import type { AreaRoutes } from '@/shell/area'

export default [
  {
    path: '/calendar',
    name: 'calendar',
    component: () => import('./CalendarPage.vue'),
    meta: {
      title: '工作日历',
      roles: ['COUNTY_OFFICER', 'TOWNSHIP_OFFICER', 'HANDLER', 'LEADER', 'COMMISSIONER'],
      nav: { group: '诉求', order: 15 },
    },
  },
  {
    path: '/deadline-profiles',
    name: 'deadline-profiles',
    component: () => import('./ProfilesPage.vue'),
    meta: {
      title: '时限方案',
      roles: ['COUNTY_OFFICER', 'TOWNSHIP_OFFICER', 'HANDLER', 'LEADER'],
      nav: { group: '诉求', order: 16 },
    },
  },
] satisfies AreaRoutes
