import { describe, expect, it } from 'vitest'
import { likeness, sentencesOf, similarTo, titleOf } from '../../src/visit/sentences'

const ticket = (id: string, title: string) => ({ subject: 'e1', id, title, detail: `GX-2026-00000${id}，办理中`, on: null })

describe('谈的话里挑句子', () => {
  it('按句号、问号、分号和换行分开，太短的和重复的不要', () => {
    expect(sentencesOf('新线月底投产。缺技工二十名！\n缺技工二十名；嗯。贷款怎么办？')).toEqual(['新线月底投产', '缺技工二十名', '贷款怎么办'])
    expect(sentencesOf('')).toEqual([])
  })

  it('长句的一句话说明截到 60 字', () => {
    expect(titleOf('缺技工')).toBe('缺技工')
    expect([...titleOf('很'.repeat(80))]).toHaveLength(60)
  })
})

describe('差不多的诉求', () => {
  it('同样的话是 1，毫不相干是 0，标点不算', () => {
    expect(likeness('缺技工二十名', '缺技工，二十名。')).toBe(1)
    expect(likeness('缺技工二十名', '电力增容')).toBe(0)
    expect(likeness('', '缺技工')).toBe(0)
  })

  it('最像的在前，不像的不列', () => {
    const tickets = [ticket('1', '电力增容'), ticket('2', '缺技工'), ticket('3', '缺技工二十名')]
    expect(similarTo('企业还缺技工二十名', tickets).map((it) => it.id)).toEqual(['2', '3'])
    expect(similarTo('门口的路坏了', tickets)).toEqual([])
  })
})
