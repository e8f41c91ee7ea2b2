// 小程序包（mp-weixin 输出）的静态检查：页面和组件齐全、WXML 和脚本读得懂、引用找得到、没有远程字体、不超重、隐私声明与用到的接口一致。
// 用法：node check.mjs 输出目录
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import { parse } from '@wxml/parser'
import { GUARDED_CALLS, GUARDED_MARKUP, PRECISE_LOCATION, PRIVATE_INFOS } from './privacy.mjs'

const MB = 1024 * 1024
const MAIN_LIMIT = 1.5 * MB
const SUB_LIMIT = 2 * MB
const TOTAL_LIMIT = 20 * MB

export function check(root) {
  const faults = []
  const fault = (text) => faults.push(text)
  const relative = (file) => path.relative(root, file)
  const read = (file) => fs.readFileSync(file, 'utf8')

  function json(file) {
    try {
      return JSON.parse(read(file))
    } catch (wrong) {
      fault(`${relative(file)} 不是能读的 JSON：${wrong.message}`)
      return {}
    }
  }

  const app = json(path.join(root, 'app.json'))
  const subPackages = app.subPackages ?? app.subpackages ?? []
  const pages = [...(app.pages ?? []), ...subPackages.flatMap((it) => it.pages.map((page) => `${it.root}/${page}`.replaceAll('//', '/')))]
  if (pages.length === 0) fault('app.json 没有页面')

  const visited = new Set()
  function visit(unit, usedBy) {
    if (visited.has(unit)) return
    visited.add(unit)
    for (const ending of ['.js', '.json', '.wxml']) {
      if (!fs.existsSync(unit + ending)) fault(`缺少 ${relative(unit)}${ending}（${usedBy ?? '页面'}）`)
    }
    if (!fs.existsSync(`${unit}.json`)) return
    const own = json(`${unit}.json`)
    if (usedBy && !own.component) fault(`${relative(unit)}.json 没有写 "component": true`)
    visitComponents(own.usingComponents, unit)
  }
  function visitComponents(components, user) {
    for (const [tag, target] of Object.entries(components ?? {})) {
      if (target.startsWith('plugin://')) continue
      const unit = target.startsWith('/') ? path.join(root, target) : path.resolve(path.dirname(user), target)
      visit(unit, `${relative(user)} 用到的 ${tag}`)
    }
  }
  visitComponents(app.usingComponents, path.join(root, 'app'))
  for (const page of pages) visit(path.join(root, page))
  for (const tab of app.tabBar?.list ?? []) {
    for (const icon of [tab.iconPath, tab.selectedIconPath]) {
      if (icon && !fs.existsSync(path.join(root, icon))) fault(`缺少标签栏图标 ${icon}`)
    }
  }

  const used = new Set()
  const sizes = new Map([['', 0]])
  for (const file of walk(root)) {
    const name = relative(file)
    const sub = subPackages.find((it) => name.startsWith(`${it.root.replace(/\/$/, '')}/`))?.root ?? ''
    sizes.set(sub, (sizes.get(sub) ?? 0) + fs.statSync(file).size)
    if (name.endsWith('.js')) checkScript(file, name)
    if (name.endsWith('.wxml')) checkMarkup(file, name)
    if (name.endsWith('.wxss') && /url\(\s*["']?(https?:)?\/\//.test(read(file))) fault(`${name} 引用了远程的字体或图片`)
  }

  function checkScript(file, name) {
    const text = read(file)
    try {
      new vm.Script(`(function (require, module, exports) {${text}\n})`, { filename: name })
    } catch (wrong) {
      fault(`${name} 语法不对：${wrong.message}`)
    }
    for (const [, target] of text.matchAll(/\brequire\(\s*["']([^"']+)["']\s*\)/g)) {
      const at = target.startsWith('/') ? path.join(root, target) : path.resolve(path.dirname(file), target)
      if (!fs.existsSync(at) && !fs.existsSync(`${at}.js`)) fault(`${name} 引用的 ${target} 不存在`)
    }
    if (/\.loadFontFace\s*\(/.test(text)) fault(`${name} 加载远程字体`)
    for (const call of GUARDED_CALLS) {
      if (new RegExp(`\\.${call}\\s*\\(`).test(text)) used.add(call)
    }
  }

  function checkMarkup(file, name) {
    const text = read(file)
    const wrong = parse(text).errors?.[0]
    if (wrong) fault(`${name} 读不懂：${wrong.value ?? wrong.message}`)
    for (const [what, pattern] of GUARDED_MARKUP) {
      if (pattern.test(text)) used.add(what)
    }
  }

  const declared = app.requiredPrivateInfos ?? []
  for (const call of PRIVATE_INFOS) {
    if (used.has(call) && !declared.includes(call)) fault(`用到 ${call}，requiredPrivateInfos 没有声明`)
  }
  for (const call of declared) {
    if (!used.has(call)) fault(`requiredPrivateInfos 声明了 ${call}，没有用到`)
  }
  if (declared.includes('getFuzzyLocation') && PRECISE_LOCATION.some((it) => declared.includes(it))) {
    fault('requiredPrivateInfos 里精确位置和模糊位置只能声明一种')
  }
  if (used.size > 0 && app.__usePrivacyCheck__ !== true) fault(`用到 ${[...used].join('、')}，没有打开 __usePrivacyCheck__`)
  if (used.size === 0 && app.__usePrivacyCheck__ === true) fault('打开了 __usePrivacyCheck__，没有用到任何隐私接口')

  const main = sizes.get('')
  const total = [...sizes.values()].reduce((sum, it) => sum + it, 0)
  if (main >= MAIN_LIMIT) fault(`主包 ${kilobytes(main)}，应小于 ${kilobytes(MAIN_LIMIT)}`)
  for (const [sub, size] of sizes) {
    if (sub && size > SUB_LIMIT) fault(`分包 ${sub} ${kilobytes(size)}，超过 ${kilobytes(SUB_LIMIT)}`)
  }
  if (total > TOTAL_LIMIT) fault(`总共 ${kilobytes(total)}，超过 ${kilobytes(TOTAL_LIMIT)}`)

  return { faults, summary: `${pages.length} 个页面，主包 ${kilobytes(main)}，总共 ${kilobytes(total)}，隐私接口：${[...used].join('、') || '无'}` }
}

function* walk(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(file)
    else yield file
  }
}

function kilobytes(size) {
  return `${Math.ceil(size / 1024)} KB`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { faults, summary } = check(path.resolve(process.argv[2]))
  for (const text of faults) console.error(`小程序包：${text}`)
  console.log(`小程序包：${summary}`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
