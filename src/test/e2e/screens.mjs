// 每一页的每一种样子：正常、还在取、取不到、没有网、大字（手机）、打印（控制台）。用法：node screens.mjs 地址 模拟器地址 演示账号清单 [页名…]
import { mkdirSync } from 'node:fs';
import { launch, settled } from './lib/browser.mjs';
import { deskPages, phonePages } from './lib/pages.mjs';
import { System } from './lib/system.mjs';

const [base, sim, accounts, ...wanted] = process.argv.slice(2);
mkdirSync(process.env.SHOTS ?? 'target/screens', { recursive: true });
const browser = await launch();
const system = new System(browser, { base, sim, accounts });
const chosen = (pages) => pages.filter((it) => wanted.length === 0 || wanted.includes(it.name));
let taken = 0;

async function shoot(page, name) {
  await system.shot(page, name);
  taken++;
}

const failing = (route) =>
  route.fulfill({
    status: 503, contentType: 'application/problem+json', headers: { 'Retry-After': '10' },
    body: JSON.stringify({ status: 503, code: 'BUSY', detail: '系统正忙，请稍后再试。', traceId: '0' }),
  });

// 取数据的请求不回答，页面停在还在取的样子
async function states(open, name) {
  const normal = await open();
  await settled(normal);
  await shoot(normal, `${name}-正常`);
  await normal.context().setOffline(true);
  await normal.evaluate(() => dispatchEvent(new Event('offline')));
  await shoot(normal, `${name}-断网`);
  await normal.context().close();
  for (const [state, answer] of [['还在取', () => {}], ['取不到', failing]]) {
    const page = await open((it) => it.route(/\/api\/v1\/(?!sign-in|consents|me$|desk\/me$)/, answer));
    if (state === '取不到') await settled(page);
    else await page.waitForLoadState('load');
    await page.locator('[role="alert"], [aria-busy="true"], .q-bone, .el-skeleton, main, uni-page-body').first().waitFor();
    await shoot(page, `${name}-${state}`);
    await page.context().close();
  }
}

for (const { name, path, who, phone: number } of chosen(await phonePages(system))) {
  if (number) await system.ready(who, number);
  await states(async (prepare) => {
    const page = await system.phone(who);
    await prepare?.(page);
    await page.open(path);
    return page;
  }, `手机-${name}`);
  const large = await system.phone(who);
  await large.addInitScript(() => localStorage.setItem('device.large-text', 'true'));
  await large.open(path);
  await settled(large);
  await shoot(large, `手机-${name}-大字`);
  await large.context().close();
}
for (const { name, path, as } of chosen(await deskPages(system))) {
  await states(async (prepare) => {
    const page = await system.desk(as);
    await prepare?.(page);
    await page.open(path);
    return page;
  }, `控制台-${name}`);
  const printed = await system.desk(as);
  await printed.open(path);
  await settled(printed);
  await printed.emulateMedia({ media: 'print' });
  await shoot(printed, `控制台-${name}-打印`);
  await printed.context().close();
}
await browser.close();
console.log(`拍了 ${taken} 张，在 ${process.env.SHOTS ?? 'target/screens'}`);
