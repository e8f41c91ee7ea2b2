import type { AreaRoutes } from '@/shell/area'

export default [
  {
    path: '/audit',
    name: 'audit',
    component: () => import('./AuditPage.vue'),
    meta: { title: '审计记录', roles: ['AUDIT_ADMIN'], nav: { group: '管理', order: 4 } },
  },
  {
    path: '/audit/chain',
    name: 'audit-chain',
    component: () => import('./ChainPage.vue'),
    meta: { title: '核对审计链', roles: ['AUDIT_ADMIN'], nav: { group: '管理', order: 5 } },
  },
] satisfies AreaRoutes
