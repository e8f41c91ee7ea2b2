import { expect, it } from 'vitest'

const sources = import.meta.glob<string>('../src/**/*.{vue,ts}', { query: '?raw', import: 'default', eager: true })

it('用到的图标都画了，没有画的会显示成一个方块', () => {
  const drawn = new Set([...sources['../src/components/q-icon.vue'].matchAll(/^ {2}'([a-z]+)': '</gm)].map((it) => it[1]))
  const used = Object.values(sources).flatMap((text) => [...text.matchAll(/\bicon(?:="|: ')([a-z]+)["']|<q-icon name="([a-z]+)"/g)].map((it) => it[1] ?? it[2]))
  expect(drawn.size).toBeGreaterThan(10)
  expect(used.filter((it) => !drawn.has(it) && it !== 'none')).toEqual([])
})
