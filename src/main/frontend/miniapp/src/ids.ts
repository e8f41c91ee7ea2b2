/** 随机的 UUID（第 4 版）；微信里没有 crypto.randomUUID */
export function uuid(): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (it) => {
    const digit = Math.floor(Math.random() * 16)
    return (it === 'x' ? digit : (digit & 3) | 8).toString(16)
  })
}
