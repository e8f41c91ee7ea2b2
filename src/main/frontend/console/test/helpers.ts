import { type ComponentMountingOptions, flushPromises, mount } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter, type RouteRecordRaw } from 'vue-router'

/** Mounts a page on its route, with the pages around it empty. */
export async function mountAt<C extends Component>(page: C, path: string, address = path, options: ComponentMountingOptions<C> = {}, others: RouteRecordRaw[] = []) {
  const empty = { template: '<p />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path, name: 'here', component: empty, meta: { title: '本页' } }, ...others, { path: '/:rest(.*)*', component: empty, meta: { title: '别处' } }],
  })
  await router.push(address)
  const wrapper = mount(page as Component, { attachTo: document.body, ...(options as object), global: { plugins: [router] } })
  await flushPromises()
  return { wrapper, router }
}
