const tabs = ['pages/home/index', 'pages/policy/index', 'pages/ticket/index', 'pages/me/index']
const welcome = 'pages/welcome/index'
/** 微信最多叠这么多页，再多就打不开 */
const DEEPEST = 10

function pathOf(url: string): string {
  return url.replace(/^\//, '').split('?')[0]
}

/** 打开一页；url 和消息里的 page 写法相同，可以没有开头的斜杠。叠满了就换掉现在的页 */
export function go(url: string): void {
  const full = `/${url.replace(/^\//, '')}`
  if (tabs.includes(pathOf(full)) || getCurrentPages().length >= DEEPEST) replaceBy(url)
  else uni.navigateTo({ url: full })
}

/** 换成这一页，不能再返回现在的页 */
export function replaceBy(url: string): void {
  const full = `/${url.replace(/^\//, '')}`
  if (tabs.includes(pathOf(full))) uni.switchTab({ url: `/${pathOf(full)}` })
  else uni.redirectTo({ url: full })
}

/** 返回；从消息、海报直接进来、没有上一页的，去首页 */
export function back(): void {
  if (getCurrentPages().length > 1) uni.navigateBack()
  else uni.switchTab({ url: '/pages/home/index' })
}

function here(): string {
  const page = getCurrentPages().at(-1) as { route?: string; options?: Record<string, string> } | undefined
  const query = Object.entries(page?.options ?? {}).map(([name, value]) => `${name}=${value}`)
  return page?.route ? page.route + (query.length ? `?${query.join('&')}` : '') : tabs[0]
}

/** 去登录页，办完回到现在这一页 */
export function toWelcome(): void {
  const from = here()
  if (pathOf(from) === welcome) return
  uni.reLaunch({ url: `/${welcome}?then=${encodeURIComponent(from)}` })
}
