export interface Piece {
  text: string
  hit: boolean
}

/** 把找到的字标出来；几个词用空格隔开 */
export function marked(text: string, words: string): Piece[] {
  const wanted = words.split(' ').filter(Boolean).map((it) => it.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (wanted.length === 0) return [{ text, hit: false }]
  return text
    .split(new RegExp(`(${wanted.join('|')})`, 'i'))
    .map((it, index) => ({ text: it, hit: index % 2 === 1 }))
    .filter((it) => it.text)
}
