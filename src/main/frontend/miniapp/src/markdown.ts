export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'item'; text: string }
  | { kind: 'row'; cells: { name: string; text: string }[] }

const plain = (text: string) => text.replace(/\*\*(.+?)\*\*/g, '$1').trim()
const cellsOf = (line: string) => line.trim().replace(/^\||\|$/g, '').split('|').map(plain)

/** 说明和政策里用到的 Markdown：标题、段落、列表、表格；手机上一行表格显示成几行“表头：内容” */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = []
  let heads: string[] | undefined
  let paragraph = ''

  const flush = () => {
    if (paragraph) blocks.push({ kind: 'text', text: plain(paragraph) })
    paragraph = ''
  }

  for (const line of markdown.split('\n')) {
    const heading = /^(#{1,6})\s+(.*)$/.exec(line)
    const item = /^\s*[-*]\s+(.*)$/.exec(line)
    if (line.trim().startsWith('|')) {
      flush()
      if (!heads) heads = cellsOf(line)
      else if (!/^[\s|:-]+$/.test(line)) {
        const names = heads
        blocks.push({ kind: 'row', cells: cellsOf(line).map((text, index) => ({ name: names[index] ?? '', text })) })
      }
      continue
    }
    heads = undefined
    if (heading) {
      flush()
      blocks.push({ kind: 'heading', level: heading[1].length, text: plain(heading[2]) })
    } else if (item) {
      flush()
      blocks.push({ kind: 'item', text: plain(item[1]) })
    } else if (!line.trim()) {
      flush()
    } else {
      paragraph += line.trim()
    }
  }
  flush()
  return blocks
}
