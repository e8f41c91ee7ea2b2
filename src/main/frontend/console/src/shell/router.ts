import { ApiError } from '@qihang/api-client'
import { nextTick } from 'vue'
import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router'
import { whenSignedOut } from './api'
import { type AreaRoutes, GROUPS } from './area'
import type { Role } from './roles'
import { borrow, forget, has, session, standing, whenLeftElsewhere } from './session'
// 连不上的时候才用，所以不另外下载
import UnreachablePage from './UnreachablePage.vue'

const areas = import.meta.glob<AreaRoutes>('../areas/*/routes.ts', { eager: true, import: 'default' })
const pages: RouteRecordRaw[] = Object.values(areas).flat()

export interface NavGroup {
  name: string
  entries: { to: string; title: string }[]
}

export const mayOpen = (roles: Role[] | undefined): boolean => !roles || has(...roles)

/** The navigation of the signed-in account. */
export function navigation(routes: RouteRecordRaw[] = pages): NavGroup[] {
  const placed = routes.flatMap(({ path, meta }) => (meta?.nav && mayOpen(meta.roles) ? [{ path, meta, nav: meta.nav }] : []))
  return GROUPS.map((name) => ({
    name,
    entries: placed
      .filter((it) => it.nav.group === name)
      .sort((a, b) => a.nav.order - b.nav.order)
      .map((it) => ({ to: it.path, title: it.meta.title })),
  })).filter((it) => it.entries.length)
}

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./SignInPage.vue'), meta: { title: '登录', open: true } },
    { path: '/receipt', name: 'receipt', component: () => import('./ReceiptLookupPage.vue'), meta: { title: '凭回执查询', open: true } },
    { path: '/password', name: 'password', component: () => import('./PasswordPage.vue'), meta: { title: '修改密码' } },
    {
      path: '/unreachable',
      name: 'unreachable',
      component: UnreachablePage,
      meta: { title: '暂时打不开', open: true },
    },
    {
      path: '/',
      component: () => import('./AppLayout.vue'),
      meta: { title: '' },
      children: [
        ...pages,
        { path: 'forbidden', name: 'forbidden', component: () => import('./ForbiddenPage.vue'), meta: { title: '不能打开' } },
        { path: ':rest(.*)*', name: 'missing', component: () => import('./MissingPage.vue'), meta: { title: '没有这个页面' } },
      ],
    },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? undefined : { top: 0 }),
})

const signInPage = (next: string) => ({ name: 'sign-in', query: next === '/' ? {} : { next } })

export async function admit(to: RouteLocationNormalized) {
  if (to.name === 'sign-in' && session.token) return String(to.query.next ?? '/')
  if (to.meta.open) return true
  if (!session.token && !(await borrow())) return signInPage(to.fullPath)
  let me
  try {
    me = await standing()
  } catch (failure) {
    const gone = failure instanceof ApiError && failure.status === 401
    return gone ? signInPage(to.fullPath) : { name: 'unreachable', query: { next: to.fullPath } }
  }
  if (me.mustChangePassword && to.name !== 'password') return { name: 'password', query: { next: to.fullPath } }
  if (!mayOpen(to.meta.roles)) return { name: 'forbidden', query: { page: to.meta.title } }
  return true
}

router.beforeEach(admit)

router.afterEach(async (to, from) => {
  document.title = `${to.meta.title} · 企航控制台`
  if (to.path === from.path || from.matched.length === 0) return
  await nextTick()
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
})

/** The page itself could not be fetched: no network, or another version has been installed since. */
router.onError((_, to) => void router.replace({ name: 'unreachable', query: { next: to.fullPath } }))

function toSignIn() {
  const here = router.currentRoute.value
  if (!here.meta.open) void router.push(signInPage(here.fullPath))
}

whenSignedOut(async () => {
  const dead = session.token
  // 同时问的几个请求一起失效，只办一次
  if (!dead) return
  forget()
  if (await borrow(dead)) window.location.reload()
  else toSignIn()
})

whenLeftElsewhere(toSignIn)
