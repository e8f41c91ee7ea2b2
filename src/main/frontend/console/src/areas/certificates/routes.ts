import type { AreaRoutes } from '@/shell/area'
import type { Role } from '@/shell/roles'

const readers: Role[] = ['COUNTY_OFFICER', 'TOWNSHIP_OFFICER', 'LEADER']

export default [
  {
    path: '/certificates/queue',
    name: 'certificate-queue',
    component: () => import('./CertificateQueuePage.vue'),
    meta: { title: '证书核验', roles: ['COUNTY_OFFICER'], nav: { group: '走访与证书', order: 10 }, wide: true },
  },
  {
    path: '/certificates',
    name: 'certificates',
    component: () => import('./CertificateListPage.vue'),
    meta: { title: '证书', roles: readers, nav: { group: '走访与证书', order: 11 } },
  },
  {
    path: '/certificates/:certificate',
    name: 'certificate',
    component: () => import('./CertificatePage.vue'),
    meta: { title: '证书', roles: readers, parent: 'certificates', wide: true },
  },
] satisfies AreaRoutes
