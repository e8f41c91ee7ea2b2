import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import plugin from '@dcloudio/vite-plugin-uni'

// 这个插件是 CommonJS，在 ES 模块里要自己取 default
const uni = ((plugin as unknown as { default?: typeof plugin }).default ?? plugin) as typeof plugin
const server = process.env.QIHANG_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [uni()],
  resolve: {
    alias: { '@qihang/api-client': fileURLToPath(new URL('../api-client/src/index.ts', import.meta.url)) },
  },
  server: { proxy: { '/api': server, '/demo': server } },
})
