import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { check } from './check.mjs'

let root

const FILES = {
  'app.json': JSON.stringify({
    pages: ['pages/home'],
    subPackages: [{ root: 'field', pages: ['today'] }],
    requiredPrivateInfos: ['getLocation'],
    __usePrivacyCheck__: true,
    tabBar: { list: [{ pagePath: 'pages/home', iconPath: 'static/home.png' }] },
  }),
  'app.js': 'require("./common/vendor.js");',
  'common/vendor.js': 'exports.a = 1;',
  'static/home.png': 'png',
  'pages/home.json': JSON.stringify({ usingComponents: { 'q-cell': '../parts/cell' } }),
  'pages/home.js': 'wx.getLocation({});',
  'pages/home.wxml': '<view><q-cell title="{{a}}"/><text>{{b}}</text></view>',
  'pages/home.wxss': '.a { background: url("data:image/png;base64,AA") }',
  'parts/cell.json': JSON.stringify({ component: true }),
  'parts/cell.js': 'Component({});',
  'parts/cell.wxml': '<view>{{title}}</view>',
  'field/today.json': '{}',
  'field/today.js': 'Page({});',
  'field/today.wxml': '<view/>',
}

const write = (name, text) => {
  const file = path.join(root, name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
}
const remove = (name) => fs.rmSync(path.join(root, name))
const app = (change) => write('app.json', JSON.stringify({ ...JSON.parse(FILES['app.json']), ...change }))

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'miniapp-check-'))
  for (const [name, text] of Object.entries(FILES)) write(name, text)
})
afterEach(() => fs.rmSync(root, { recursive: true }))

test('没有毛病的包通过', () => {
  assert.deepEqual(check(root).faults, [])
})

const red = (name, spoil, expected) =>
  test(name, () => {
    spoil()
    const { faults } = check(root)
    assert.equal(faults.length, 1, faults.join('\n'))
    assert.match(faults[0], expected)
  })

red('缺少主包页面的文件', () => remove('pages/home.wxml'), /缺少 pages\/home\.wxml（页面）/)
red('缺少分包页面的文件', () => remove('field/today.js'), /缺少 field\/today\.js/)
red('页面配置不是 JSON', () => write('field/today.json', '{'), /today\.json 不是能读的 JSON/)
red('缺少组件的文件', () => remove('parts/cell.js'), /缺少 parts\/cell\.js（pages\/home 用到的 q-cell）/)
red('组件没有写明是组件', () => write('parts/cell.json', '{}'), /parts\/cell\.json 没有写/)
red('全局组件缺少文件', () => {
  app({ usingComponents: { 'q-none': './none' } })
  write('none.js', '')
  write('none.json', '{"component":true}')
}, /缺少 none\.wxml（app 用到的 q-none）/)
red('WXML 标签没有闭合', () => write('parts/cell.wxml', '<view><text>a</view>'), /parts\/cell\.wxml 读不懂/)
red('WXML 插值没有结束', () => write('parts/cell.wxml', '<view>{{a</view>'), /parts\/cell\.wxml 读不懂/)
red('脚本语法不对', () => write('parts/cell.js', 'Component({'), /parts\/cell\.js 语法不对/)
red('引用的脚本不存在', () => write('app.js', 'require("./gone.js");'), /app\.js 引用的 \.\/gone\.js 不存在/)
red('样式里的远程字体', () => write('pages/home.wxss', '@font-face { src: url(https://fonts.invalid/a.woff2) }'), /home\.wxss 引用了远程/)
red('省略协议的远程字体', () => write('pages/home.wxss', '@font-face { src: url("//fonts.invalid/a.woff2") }'), /home\.wxss 引用了远程/)
red('脚本加载的字体', () => write('parts/cell.js', 'wx.loadFontFace({})'), /加载远程字体/)
red('缺少标签栏图标', () => remove('static/home.png'), /缺少标签栏图标 static\/home\.png/)
red('主包超重', () => write('static/big.png', Buffer.alloc(1.5 * 1024 * 1024)), /主包 \d+ KB，应小于 1536 KB/)
red('分包超重', () => write('field/big.png', Buffer.alloc(2 * 1024 * 1024)), /分包 field 2049 KB/)
red('用到的位置接口没有声明', () => write('parts/cell.js', 'e.index.chooseLocation({})'), /用到 chooseLocation，requiredPrivateInfos 没有声明/)
red('声明的位置接口没有用到', () => app({ requiredPrivateInfos: ['getLocation', 'chooseAddress'] }), /声明了 chooseAddress，没有用到/)
red('精确位置和模糊位置一起声明', () => {
  app({ requiredPrivateInfos: ['getLocation', 'getFuzzyLocation'] })
  write('parts/cell.js', 'wx.getFuzzyLocation({})')
}, /只能声明一种/)
red('用了隐私接口没有打开检查', () => app({ __usePrivacyCheck__: undefined }), /用到 getLocation，没有打开/)
red('没有用到隐私接口却打开检查', () => {
  app({ requiredPrivateInfos: undefined })
  write('pages/home.js', 'Page({})')
}, /没有用到任何隐私接口/)
for (const [what, markup] of [
  ['手机号按钮', '<button bindgetphonenumber="a" open-type="{{b}}"/>'],
  ['头像按钮', '<button open-type="chooseAvatar"/>'],
  ['用户信息按钮', '<button open-type="getUserInfo"/>'],
  ['昵称输入框', '<input type="nickname"/>'],
  ['相机组件', '<camera/>'],
  ['推流组件', '<live-pusher/>'],
]) {
  red(`${what}没有打开检查`, () => {
    app({ requiredPrivateInfos: undefined, __usePrivacyCheck__: false })
    write('pages/home.js', 'wx.chooseImage({})')
    write('parts/cell.wxml', markup)
  }, new RegExp(`用到.*${what}.*没有打开`))
}
