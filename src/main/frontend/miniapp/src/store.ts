import { uuid } from './ids'

// 以 device. 开头的是这部手机的，其余是登录的这个人的
let owner = ''

// #ifdef H5
/** 浏览器里没有微信，演示系统要知道是哪一位：地址里的 who；没有写的每个浏览器一位 */
export const who: string = (() => {
  const person = new URLSearchParams(location.search).get('who') ?? kept<string>('device.who') ?? `h5-${uuid().slice(0, 8)}`
  keep('device.who', person)
  owner = `${person}/`
  return person
})()
// #endif

function keyOf(name: string): string {
  return name.startsWith('device.') ? name : owner + name
}

/** 存在本机，值一律是 JSON；空间满了返回 false */
export function keep(name: string, value: unknown): boolean {
  try {
    uni.setStorageSync(keyOf(name), JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function kept<T>(name: string): T | undefined {
  const text: unknown = uni.getStorageSync(keyOf(name))
  if (typeof text !== 'string' || text === '') return undefined
  try {
    return JSON.parse(text) as T
  } catch {
    forget(name)
    return undefined
  }
}

export function forget(name: string): void {
  uni.removeStorageSync(keyOf(name))
}

/** 登录的这个人存的全部名字 */
export function names(): string[] {
  return uni
    .getStorageInfoSync()
    .keys.filter((it) => it.startsWith(owner) && !it.startsWith('device.'))
    .map((it) => it.slice(owner.length))
}
