// 不登录，找到县里方案的第 11 条措施，打开它。
import { press, seen } from '../lib/phone.mjs';

export default async function (system) {
  const phone = await system.phone(`reader-${Date.now()}`);
  await phone.open('pages/policy/search');
  await phone.getByLabel('搜索政策').locator('input').or(phone.locator('input[aria-label="搜索政策"]')).first().fill('服务直通车');
  await phone.keyboard.press('Enter');
  await phone.locator('[role="link"], [role="button"]').filter({ hasText: '服务直通车', visible: true }).first().waitFor();
  await system.axe(phone, '搜索政策');
  await phone.locator('[role="link"], [role="button"]').filter({ hasText: /11/, visible: true }).first().click();
  await seen(phone, '服务直通车');
  await system.axe(phone, '条款');
  await system.shot(phone, 'journey-03-clause');
}
