// 控制台两步登录；登录过期回到登录页再回来；服务器出错时说明白，再试就好。
import assert from 'node:assert/strict';
import { credentials, totp } from '../../../../.ci/client.mjs';
import { press, seen } from '../lib/desk.mjs';

export default async function (system) {
  const desk = await system.desk();
  await desk.open('/plans');
  await desk.waitForURL(/\/console\/sign-in/);
  await system.axe(desk, '登录');
  const { password, secret } = credentials(system.accounts, 'leader');
  await desk.getByLabel('登录名').fill('leader');
  await desk.getByLabel('密码').fill('写错的密码');
  await press(desk, '下一步');
  await desk.getByRole('alert').first().waitFor();
  await desk.getByLabel('密码').fill(password);
  await press(desk, '下一步');
  await desk.getByLabel('动态口令').fill(totp(secret, Date.now()));
  await press(desk, '登录');
  await desk.waitForURL(/\/console\/plans/);
  await desk.getByRole('table').first().waitFor();

  // 会话没有了：回到登录页，再登录回到原来的页面
  await desk.evaluate(() => sessionStorage.setItem('qihang.token', 'x'.repeat(64)));
  await desk.reload();
  await desk.waitForURL(/\/console\/sign-in\?next=/);
  assert.match(decodeURIComponent(desk.url()), /next=\/plans/);
  await desk.getByLabel('登录名').fill('leader');
  await desk.getByLabel('密码').fill(password);
  await press(desk, '下一步');
  await desk.getByLabel('动态口令').fill(totp(secret, Date.now() + 30_000));
  await press(desk, '登录');
  await desk.waitForURL(/\/console\/plans/);

  // 两个标签页共用一次登录；一个退出，另一个也退出
  const second = await desk.context().newPage();
  await second.goto('/console/tickets');
  await second.locator('tbody tr').first().waitFor();
  await press(second, '退出登录');
  await second.waitForURL(/\/console\/sign-in/);
  await desk.waitForURL(/\/console\/sign-in/);

  const county = await system.desk('county');
  let broken = true;
  await county.route('**/api/v1/desk/tickets?**', (route) =>
    broken
      ? route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ status: 500, code: 'INTERNAL', detail: '系统出了点问题，请稍后再试。', traceId: '0' }) })
      : route.fallback());
  await county.open('/tickets');
  await seen(county, '系统出了点问题');
  await system.axe(county, '出错的列表');
  broken = false;
  await press(county, /重试|再试/);
  await county.locator('tbody tr').first().waitFor();
}
