import type { RouteRecordRaw } from 'vue-router'
import type { Role } from './roles'

export const GROUPS = ['', '计划与登记', '企业', '政策', '诉求', '走访与证书', '管理'] as const

export interface NavPlace {
  group: (typeof GROUPS)[number]
  /** Place within the group, the smallest first. */
  order: number
}

declare module 'vue-router' {
  interface RouteMeta {
    title: string
    /** Who may open the page; absent for every member of staff. */
    roles?: Role[]
    /** Where the page stands in the navigation; absent for pages reached from another one. */
    nav?: NavPlace
    /** Name of the page above, for the breadcrumbs. */
    parent?: string
    /** Open without a session. */
    open?: boolean
    /** Uses the whole width of the window. */
    wide?: boolean
  }
}

/** What an areas/<area>/routes.ts exports by default: its pages, which place themselves in the navigation. */
export type AreaRoutes = RouteRecordRaw[]
