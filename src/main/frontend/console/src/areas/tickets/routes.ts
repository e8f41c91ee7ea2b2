import type { AreaRoutes } from '@/shell/area'
import type { Role } from '@/shell/roles'

const readers: Role[] = ['COUNTY_OFFICER', 'TOWNSHIP_OFFICER', 'HANDLER', 'LEADER', 'COMMISSIONER']

export default [
  {
    path: '/tickets/board',
    name: 'ticket-board',
    component: () => import('./TicketBoardPage.vue'),
    meta: { title: '诉求看板', roles: readers, nav: { group: '诉求', order: 1 }, wide: true },
  },
  {
    path: '/tickets',
    name: 'tickets',
    component: () => import('./TicketListPage.vue'),
    meta: { title: '诉求列表', roles: readers, nav: { group: '诉求', order: 2 } },
  },
  {
    path: '/tickets/ledger',
    name: 'ticket-ledger',
    component: () => import('./TicketLedgerPage.vue'),
    meta: { title: '诉求台账', roles: ['COUNTY_OFFICER', 'LEADER'], nav: { group: '诉求', order: 3 } },
  },
  {
    path: '/tickets/new',
    name: 'ticket-new',
    component: () => import('./TicketEntryPage.vue'),
    meta: { title: '登记来件', roles: ['COUNTY_OFFICER'], nav: { group: '诉求', order: 4 } },
  },
  {
    path: '/tickets/import',
    name: 'ticket-import',
    component: () => import('./TicketImportPage.vue'),
    meta: { title: '导入诉求', roles: ['COUNTY_OFFICER'], nav: { group: '诉求', order: 5 } },
  },
  {
    path: '/tickets/backlogs',
    name: 'ticket-backlogs',
    component: () => import('./BacklogsPage.vue'),
    meta: { title: '经办人手上的诉求', roles: ['COUNTY_OFFICER', 'HANDLER', 'LEADER'], nav: { group: '诉求', order: 11 } },
  },
  {
    path: '/tickets/duties',
    name: 'duty-list',
    component: () => import('./DutyListPage.vue'),
    meta: { title: '职责清单', roles: ['COUNTY_OFFICER', 'HANDLER', 'LEADER'], nav: { group: '诉求', order: 12 } },
  },
  {
    path: '/tickets/extensions',
    name: 'ticket-extensions',
    component: () => import('./ExtensionsPage.vue'),
    meta: { title: '待批延期', roles: ['COUNTY_OFFICER', 'LEADER'], nav: { group: '诉求', order: 7 } },
  },
  {
    path: '/tickets/suspended',
    name: 'ticket-suspensions',
    component: () => import('./SuspensionsPage.vue'),
    meta: { title: '挂账登记', roles: ['COUNTY_OFFICER', 'LEADER'], nav: { group: '诉求', order: 8 } },
  },
  {
    path: '/tickets/common',
    name: 'common-problems',
    component: () => import('./CommonProblemsPage.vue'),
    meta: { title: '共性问题', roles: ['COUNTY_OFFICER', 'HANDLER', 'LEADER'], nav: { group: '诉求', order: 6 } },
  },
  {
    path: '/tickets/common/:problem',
    name: 'common-problem',
    component: () => import('./CommonProblemPage.vue'),
    meta: { title: '共性问题', roles: ['COUNTY_OFFICER', 'HANDLER', 'LEADER'], parent: 'common-problems' },
  },
  {
    path: '/tickets/afterwards',
    name: 'ticket-rechecks',
    component: () => import('./RechecksPage.vue'),
    meta: { title: '回访和评价', roles: ['COUNTY_OFFICER', 'LEADER'], nav: { group: '诉求', order: 9 } },
  },
  {
    path: '/tickets/figures',
    name: 'ticket-figures',
    component: () => import('./TicketFiguresPage.vue'),
    meta: { title: '诉求的数', roles: ['COUNTY_OFFICER', 'LEADER'], nav: { group: '诉求', order: 10 } },
  },
  {
    path: '/tickets/contacts',
    name: 'ticket-contacts',
    component: () => import('./ContactsPage.vue'),
    meta: { title: '督办联系人', roles: ['COUNTY_OFFICER', 'LEADER'], nav: { group: '诉求', order: 13 } },
  },
  {
    path: '/tickets/content',
    name: 'content-reviews',
    component: () => import('./ContentReviewsPage.vue'),
    meta: { title: '内容审核', roles: ['COUNTY_OFFICER', 'TOWNSHIP_OFFICER', 'HANDLER'], nav: { group: '诉求', order: 14 } },
  },
  {
    path: '/tickets/:ticket/receipt',
    name: 'ticket-receipt',
    component: () => import('./ReceiptPage.vue'),
    meta: { title: '回执', roles: ['COUNTY_OFFICER'], parent: 'tickets' },
  },
  {
    path: '/tickets/:ticket',
    name: 'ticket',
    component: () => import('./TicketPage.vue'),
    meta: { title: '诉求', roles: readers, parent: 'tickets' },
  },
] satisfies AreaRoutes
