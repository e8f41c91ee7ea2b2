/** 一页一页取到完；`most` 是最多问几次 */
export async function all<T>(page: (after?: string) => Promise<{ items: T[]; next: string | null }>, most = Infinity): Promise<T[]> {
  const found: T[] = []
  let after: string | undefined
  for (let asked = 0; asked < most; asked++) {
    const { items, next } = await page(after)
    found.push(...items)
    if (next === null) break
    after = next
  }
  return found
}
