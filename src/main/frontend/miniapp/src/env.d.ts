declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent<object, object, unknown>
  export default component
}

interface ImportMetaEnv {
  /** 县的区划代码 */
  readonly VITE_QIHANG_COUNTY?: string
  /** 小程序访问的服务器地址，末尾没有斜杠；H5 与页面同一地址 */
  readonly VITE_QIHANG_SERVER?: string
}
