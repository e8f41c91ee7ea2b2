import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const uniElements = ['view', 'text', 'rich-text', 'scroll-view', 'picker', 'swiper', 'navigator', 'block']

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => uniElements.includes(tag) } } })] as never,
  resolve: { alias: { '@': at('./src'), '@qihang/api-client': at('../api-client/src/index.ts') } },
  test: {
    environment: 'happy-dom',
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    server: { deps: { inline: [/@dcloudio/] } },
  },
})
