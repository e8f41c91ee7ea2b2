/**
 * uni-app 的 H5 组件没有无障碍标记：给标题栏、标签栏、弹窗补上角色，把输入框外层的说明转到真正的输入框上，
 * 让用 role 标出的控件能用键盘操作，面板打开时焦点进去、按 Esc 关上、关上回到原处。
 */
const roles: [selector: string, role: string, label?: string][] = [
  ['.uni-tabbar', 'tablist', '主要栏目'],
  ['.uni-tabbar__item', 'tab'],
  ['.uni-page-head-btn', 'button', '返回'],
  ['.uni-modal', 'alertdialog', '提示'],
  ['.uni-modal__btn', 'button'],
  ['.uni-picker-action', 'button'],
  ['.uni-picker-content', 'group', '上下滑动选择'],
  ['.uni-actionsheet', 'dialog', '请选择'],
  ['.uni-actionsheet__cell', 'button'],
  ['.uni-sample-toast, .uni-toast', 'status'],
]
const forwarded = ['aria-label', 'aria-invalid', 'aria-required', 'aria-describedby']

/** 开着的面板，后开的在后；焦点原来在哪里 */
let sheets: { panel: Element; before: Element | null }[] = []

function focus(element: Element | null | undefined): void {
  if (element instanceof HTMLElement && element.isConnected) element.focus({ preventScroll: true })
}

function followSheets(): void {
  const panels = [...document.querySelectorAll('.q-sheet__panel')]
  const closed = sheets.filter(({ panel }) => !panels.includes(panel))
  const opened = panels.filter((panel) => !sheets.some((it) => it.panel === panel))
  sheets = sheets.filter((it) => !closed.includes(it))
  for (const { before } of closed.reverse()) focus(before)
  for (const panel of opened) {
    sheets.push({ panel, before: document.activeElement })
    focus(panel.querySelector('.q-sheet__close'))
  }
}

function describe(): void {
  followSheets()
  for (const [selector, role, label] of roles) {
    for (const element of document.querySelectorAll(selector)) {
      if (element.getAttribute('role') !== role) element.setAttribute('role', role)
      if (label && !element.hasAttribute('aria-label')) element.setAttribute('aria-label', label)
      if (role === 'button') element.setAttribute('tabindex', '0')
    }
  }
  // aria-role 是微信的写法，浏览器不认
  for (const element of document.querySelectorAll('[aria-role]')) element.removeAttribute('aria-role')
  for (const element of document.querySelectorAll('.uni-scroll-view > .uni-scroll-view')) element.setAttribute('tabindex', '0')
  for (const image of document.querySelectorAll('.uni-tabbar img:not([alt])')) image.setAttribute('alt', '')
  const here = location.hash.replace(/^#\/?/, '').split('?')[0]
  document.querySelectorAll('.uni-tabbar__item').forEach((item, index) => {
    const path = __uniConfig.tabBar?.list[index]?.pagePath
    const chosen = path === here || (here === '' && index === 0)
    item.setAttribute('aria-selected', String(chosen))
    item.setAttribute('tabindex', chosen ? '0' : '-1')
  })
  for (const outer of document.querySelectorAll('uni-input[aria-label], uni-textarea[aria-label]')) {
    const inner = outer.querySelector('input, textarea')
    for (const name of forwarded) {
      const value = outer.getAttribute(name)
      if (inner && value !== null && inner.getAttribute(name) !== value) inner.setAttribute(name, value)
    }
  }
}

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
}

/** 方向键在一排标签里换；最下面的主要栏目一换就是另一页，所以只移过去，按回车才换 */
function moveAmongTabs(event: KeyboardEvent): boolean {
  const tab = (event.target as HTMLElement).closest('[role=tab]')
  const list = tab?.closest('[role=tablist]')
  const step = steps[event.key]
  if (!tab || !list || !step) return false
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')]
  const next = tabs[step(tabs.indexOf(tab as HTMLElement), tabs.length - 1)]
  event.preventDefault()
  focus(next)
  if (!list.classList.contains('uni-tabbar')) next?.click()
  return true
}

declare const __uniConfig: { tabBar?: { list: { pagePath: string }[] } }

export function describeControls(): void {
  new MutationObserver(describe).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: forwarded,
  })
  addEventListener('hashchange', describe)
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return sheets.at(-1)?.panel.querySelector<HTMLElement>('.q-sheet__close')?.click()
    if (moveAmongTabs(event)) return
    const target = event.target as HTMLElement
    const pressed = event.key === 'Enter' || event.key === ' '
    if (!pressed || !['button', 'link', 'tab', 'radio', 'checkbox', 'switch', 'option'].includes(target.getAttribute('role') ?? '')) return
    event.preventDefault()
    target.click()
  })
}
