import { describe, expect, it } from 'vitest'
import { faultOf, isComplete, tidy } from '@/uscc'

describe('统一社会信用代码', () => {
  it('认得对的，不管空格和大小写', () => {
    expect(isComplete('91371525MA0981101A')).toBe(true)
    expect(isComplete(' 91371525 ma0981101a ')).toBe(true)
    expect(tidy('91 37a')).toBe('9137A')
  })

  it.each([
    ['', ''],
    ['9137', '还差 14 位，一共 18 位'],
    ['91371525MA0981101A9', '多了 1 位，一共 18 位'],
    ['91371525MA0981101B', '代码有一位不对，请对照营业执照逐位检查'],
    ['91371525MA0981011A', '代码有一位不对，请对照营业执照逐位检查'],
    ['9137I', '代码里没有“I”，容易把 1 看成 I、0 看成 O，请对照营业执照检查'],
  ])('%s：%s', (code, fault) => expect(faultOf(code)).toBe(fault))

  it('任何一位写错都看得出来', () => {
    const right = '91371525MA0981102D'
    const missed = [...right].filter((it, index) => {
      const other = it === '7' ? '8' : '7'
      return isComplete(right.slice(0, index) + other + right.slice(index + 1))
    })
    expect(missed).toEqual([])
  })
})
