import { expect, it } from 'vitest'
import { posterCode } from '@/poster'

it.each([
  ['网页地址', { poster: 'AB12' }, 'AB12'],
  ['小程序码', { scene: 'AB12' }, 'AB12'],
  ['普通链接二维码', { q: encodeURIComponent('https://county/m/?poster=AB12#/pages/registration/form?poster=AB12') }, 'AB12'],
  ['别的链接', { q: encodeURIComponent('https://county/m/') }, ''],
  ['没有码', {}, ''],
])('%s', (_, query, code) => expect(posterCode(query)).toBe(code))
