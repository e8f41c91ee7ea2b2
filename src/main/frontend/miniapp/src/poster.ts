/**
 * 打开登记页时带来的海报码：网页地址里的 poster；微信扫小程序码给 scene；微信扫普通链接二维码给整条链接 q。
 */
export function posterCode(query: Record<string, string | undefined> = {}): string {
  if (query.poster) return query.poster
  if (query.scene) return decodeURIComponent(query.scene)
  return /[?&]poster=([^&#]+)/.exec(decodeURIComponent(query.q ?? ''))?.[1] ?? ''
}
