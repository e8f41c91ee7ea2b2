// 一个无界面的 Chromium；手机 390×844，控制台 1440×900。
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
];
const PATIENCE = 20_000;

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

async function context(browser, base, options) {
  const made = await browser.newContext({ baseURL: base, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...options });
  made.setDefaultTimeout(PATIENCE);
  made.setDefaultNavigationTimeout(PATIENCE);
  return made;
}

// 页面里没有人接住的错误，按错误算
function watch(page, faults) {
  page.on('pageerror', (error) => faults.push(`${page.url()} 脚本出错：${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused to/.test(message.text())) {
      faults.push(`${page.url()} ${message.text()}`);
    }
  });
}

// 手机：who 是哪一位虚构的微信用户
export async function phonePage(browser, base, who, faults) {
  const own = await context(browser, base, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const page = await own.newPage();
  watch(page, faults);
  page.open = (path = 'pages/home/index') => page.goto(`/m/?who=${encodeURIComponent(who)}#/${path}`);
  return page;
}

// 控制台：带着已经登录的 token
export async function deskPage(browser, base, token, faults) {
  const own = await context(browser, base, { viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  if (token) await own.addInitScript((it) => sessionStorage.setItem('qihang.token', it), token);
  const page = await own.newPage();
  watch(page, faults);
  page.open = (path = '/') => page.goto(`/console${path}`);
  return page;
}

// 1.6 Mbit/s，来回 150 毫秒
export async function slow(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8,
  });
  return session;
}

// 严重的无障碍问题，一条一句；有的再看一遍，看的时候才开始淡出的提示不算
export async function axe(page) {
  const found = await look(page);
  return found.length === 0 ? found : look(page);
}

async function look(page) {
  // 正在淡入淡出的，颜色还不是它自己的
  await page.waitForFunction(() =>
    document.getAnimations().every((it) => it.playState !== 'running' || it.effect?.getComputedTiming().iterations === Infinity));
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { resultTypes: ['violations'], rules: { 'meta-viewport': { enabled: true } } }));
  return violations
    .filter((it) => it.impact === 'serious' || it.impact === 'critical')
    // 下拉选项的滚动区：键盘在输入框里按上下键选，选项自己滚到看得见处（WAI-ARIA combobox）
    .map((it) => ({ ...it, nodes: it.nodes.filter((node) => !node.target.join(' ').includes('el-select-dropdown__wrap')) }))
    .filter((it) => it.nodes.length > 0)
    .map((it) => `${it.id}（${it.help}）：${it.nodes.slice(0, 3).map((node) => node.target.join(' ')).join('；')}`);
}

// 请求都回答了，骨架和转圈都收了
export async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('.q-bone, .el-skeleton.is-animated, .el-loading-mask:not([style*="none"])'));
}
