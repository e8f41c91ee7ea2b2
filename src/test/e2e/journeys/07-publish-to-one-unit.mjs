// 起草一份通知，只发给清泉街道，发布后每个收到的人都有结果。
import assert from 'node:assert/strict';
import { choose, seen } from '../lib/desk.mjs';
import { member, signOff } from '../lib/stage.mjs';
import { seen as shown } from '../lib/phone.mjs';
import { until } from '../lib/until.mjs';

export default async function (system) {
  const who = `reader-${Date.now()}`;
  await member(system, who);
  const title = `演示通知${Date.now() % 100000}（虚构）`;
  const desk = await system.desk('county');
  await desk.open('/policies/new');
  await desk.getByLabel(/^简称/).fill(title);
  await desk.getByRole('textbox', { name: '正文' }).fill('# 关于组织座谈的通知\n\n请清泉街道各企业参加座谈（虚构）。');
  await choose(desk, '计入单位', '清泉街道');
  await desk.keyboard.press('Escape');
  await desk.waitForURL(/\/policies\/[0-9a-f-]{36}/);
  await desk.getByRole('tab', { name: /发给谁/ }).click();
  await seen(desk, /\d+ ?家/);
  await system.axe(desk, '起草政策');
  await system.shot(desk, 'journey-07-editor');
  const signer = await signOff(system, desk, 'journey-07-sign');
  await system.axe(signer, '签发以后');
  const id = /policies\/([0-9a-f-]{36})/.exec(desk.url())[1];
  const report = await until('每个人都有结果', async () => {
    const it = await system.api('GET', `/api/v1/desk/policies/${id}/reach`, { as: 'county' });
    return it.messages && it.messages.waiting === 0 ? it : undefined;
  }, 60);
  const { recipients, sent, unsubscribed, failed, unknown } = report.messages;
  assert.ok(recipients > 0, '没有发给任何人');
  assert.equal(sent + unsubscribed + failed + unknown, recipients, '有人没有结果');
  await desk.reload();
  await seen(desk, '触达情况');
  await system.axe(desk, '触达情况');
  await system.shot(desk, 'journey-07-reach');

  const phone = await system.phone(who);
  await phone.open('pages/me/inbox');
  await shown(phone, title);
  await system.axe(phone, '我的消息');
}
