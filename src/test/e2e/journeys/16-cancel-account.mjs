// 注销账号：企业管理员要先把管理员交给别人；别的人想一想再确认，随即在所有手机上退出，企业还在。
import assert from 'node:assert/strict';
import { decide, press, seen } from '../lib/phone.mjs';
import { colleague, member } from '../lib/stage.mjs';
import { until } from '../lib/until.mjs';

export default async function (system) {
  const first = `manager-${Date.now()}`;
  const firm = await member(system, first);
  const who = `cancel-${Date.now()}`;
  const token = await colleague(system, who, firm);

  const manager = await system.phone(first);
  await manager.open('pages/me/data');
  await press(manager, '注销账号，撤回同意');
  await decide(manager, '注销');
  await seen(manager, /您是企业管理员，请先/);
  await system.axe(manager, '管理员不能直接注销');
  await system.shot(manager, 'journey-16-manager');

  const phone = await system.phone(who);
  await phone.open('pages/me/index');
  await phone.getByText('我的资料', { exact: true }).filter({ visible: true }).first().click();
  await seen(phone, '这里是系统里关于您的全部资料');
  await seen(phone, firm.name);
  await system.axe(phone, '我的资料');
  const [file] = await Promise.all([phone.waitForEvent('download'), press(phone, '导出为文件')]);
  assert.match(file.suggestedFilename(), /^企航-我的资料-\d{4}-\d{2}-\d{2}\.txt$/);
  await press(phone, '注销账号，撤回同意');
  await system.shot(phone, 'journey-16-sure');
  await decide(phone, '取消');
  await press(phone, '注销账号，撤回同意');
  await decide(phone, '注销');
  await phone.waitForURL(/pages\/welcome\/index/);
  await system.axe(phone, '注销以后');
  await system.shot(phone, 'journey-16-gone');

  await until('原来的登录失效', async () => {
    const reply = await fetch(`${system.base}/api/v1/me`, { headers: { Authorization: `Bearer ${token}` } });
    return reply.status === 401;
  });
  const kept = await system.api('GET', `/api/v1/desk/enterprises/${firm.enterprise}`, { as: 'county' });
  assert.equal(kept.name, firm.name, '企业还在');
}
