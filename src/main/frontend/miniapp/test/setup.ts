import { config } from '@vue/test-utils'
import { beforeEach, vi } from 'vitest'
import type { Component } from 'vue'

// uni 的接口只换成能看到调用的：存储在内存里，其余各测试自己给
const store = new Map<string, string>()

function stubUni(): void {
  store.clear()
  vi.stubGlobal('uni', {
    getStorageSync: (key: string) => store.get(key) ?? '',
    setStorageSync: (key: string, value: string) => void store.set(key, value),
    removeStorageSync: (key: string) => void store.delete(key),
    getStorageInfoSync: () => ({ keys: [...store.keys()] }),
    showToast: vi.fn(),
    navigateTo: vi.fn(),
    redirectTo: vi.fn(),
    reLaunch: vi.fn(),
    switchTab: vi.fn(),
    stopPullDownRefresh: vi.fn(),
  })
  vi.stubGlobal('getCurrentPages', () => [])
}

stubUni()
beforeEach(stubUni)

// 组件读存储，所以在换好 uni 之后再取
const components = import.meta.glob<{ default: Component }>('../src/components/*.vue')
for (const [path, load] of Object.entries(components)) {
  config.global.components[/([\w-]+)\.vue$/.exec(path)![1]] = (await load()).default
}
