// 对企业的要求：县局用中文写条件和试例，看符合的、缺资料的名单；企业逐条看自己符合不符合。
import { answer, choose, press, seen } from '../lib/desk.mjs';
import { press as tap, seen as shown } from '../lib/phone.mjs';
import { member } from '../lib/stage.mjs';
import { until } from '../lib/until.mjs';

export default async function (system) {
  const who = `asked-${Date.now()}`;
  await member(system, who);
  const title = `亩产效益补助${Date.now() % 100000}（虚构）`;
  const desk = await system.desk('county');
  await desk.open('/policies/new');
  await desk.getByLabel(/^简称/).fill(title);
  await desk.getByRole('textbox', { name: '正文' }).fill('## 一、范围\n规模以上、营业收入两千万元以上的补助（虚构）。');
  await press(desk, '加一组条件');
  await choose(desk, '第 1 组第 1 条的企业事实', '营业收入');
  await desk.getByRole('textbox', { name: '第 1 组第 1 条的值' }).fill('2000');
  await desk.getByRole('textbox', { name: '第 1 组第 1 条的出处' }).fill('一、范围：营业收入两千万元以上的');
  await press(desk, '这一组里再加一条');
  await choose(desk, '第 1 组第 2 条的企业事实', '规模以上');
  await press(desk, '加一个试例');
  await desk.getByRole('textbox', { name: '试例 1 的名字' }).fill('刚好两千万');
  await desk.getByRole('textbox', { name: '试例 1 的营业收入' }).fill('2000');
  await desk.waitForURL(/\/policies\/[0-9a-f-]{36}/);
  await desk.getByRole('tab', { name: /发给谁/ }).click();
  await seen(desk, /缺资料，判不了符合不符合/);
  await desk.getByRole('radio', { name: '缺资料的' }).click({ force: true });
  await seen(desk, /营业收入、规模以上|营业收入/);
  await system.axe(desk, '对企业的要求');
  await system.shot(desk, 'journey-41-condition');

  // 试例判得不对，不能发布；补上“规模以上：是”就对了
  await until('可以发布', () => desk.getByRole('button', { name: '发布' }).first().isEnabled());
  await press(desk, '发布');
  const dialog = desk.getByRole('dialog', { name: '发布政策' });
  await dialog.getByRole('button', { name: '发布' }).last().click();
  await seen(desk, /试例“刚好两千万”应为符合，按现在的条件判为缺资料/);
  await system.shot(desk, 'journey-41-case');
  await dialog.getByRole('button', { name: /取消/ }).click();
  await choose(desk, '试例 1 的规模以上', '是');
  await press(desk, '发布');
  await answer(desk, '发布政策', '发布');
  await seen(desk, '触达情况');
  const id = /policies\/([0-9a-f-]{36})/.exec(desk.url())[1];

  const phone = await system.phone(who);
  await phone.open(`pages/policy/show?id=${id}`);
  await tap(phone, '登录后看');
  await tap(phone, '微信登录');
  await shown(phone, '缺资料');
  await shown(phone, /营业收入不低于 2000 万元/);
  await shown(phone, /县里没有这项资料/);
  await shown(phone, /出自：一、范围/);
  await system.axe(phone, '逐条看符合不符合');
  await system.shot(phone, 'journey-41-phone');
}
