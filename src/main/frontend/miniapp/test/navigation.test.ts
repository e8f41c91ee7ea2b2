import { expect, it, vi } from 'vitest'
import { go } from '@/navigation'

it('打开一页；叠满十页的，换掉现在这一页，不是点了没有反应', () => {
  go('pages/policy/show?id=1')
  expect(uni.navigateTo).toHaveBeenCalledWith({ url: '/pages/policy/show?id=1' })
  vi.stubGlobal('getCurrentPages', () => Array.from({ length: 10 }, () => ({})))
  go('pages/policy/show?id=2')
  expect(uni.navigateTo).toHaveBeenCalledTimes(1)
  expect(uni.redirectTo).toHaveBeenCalledWith({ url: '/pages/policy/show?id=2' })
  go('pages/home/index')
  expect(uni.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
})
