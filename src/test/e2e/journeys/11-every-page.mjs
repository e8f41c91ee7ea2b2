// 每一页：没有严重的无障碍问题、没有脚本错误，列表页发的请求不超过三个。
import { settled } from '../lib/browser.mjs';
import { deskPages, phonePages } from '../lib/pages.mjs';

const REQUESTS = 3;

export default async function (system) {
  for (const { name, path, list, who, phone: number } of await phonePages(system)) {
    if (number) await system.ready(who, number);
    await visit(system, await system.phone(who), `手机-${name}`, path, list);
  }
  for (const { name, path, list, as } of await deskPages(system)) {
    await visit(system, await system.desk(as), `控制台-${name}`, path, list);
  }
}

async function visit(system, page, name, path, list) {
  const asked = [];
  // 还没有登录的第一个请求被退回来，登录后再发，不算
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (response.ok() && pathname.startsWith('/api/') && !/\/sign-in$|\/me$/.test(pathname)) asked.push(pathname);
  });
  await page.open(path);
  await settled(page);
  await system.axe(page, name);
  await system.shot(page, `page-${name}`);
  if (list && asked.length > REQUESTS) {
    system.faults.push(`${name} 发了 ${asked.length} 个请求，应不超过 ${REQUESTS} 个：${asked.join(' ')}`);
  }
  await page.context().close();
}
