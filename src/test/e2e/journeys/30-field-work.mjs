// 走访的一圈：代班、待办和简报、从谈的话里提诉求、承诺转诉求、走访日程和企业改期、来过有用、回访、覆盖的数。
import assert from 'node:assert/strict';
import { answer, press as click, seen as said } from '../lib/desk.mjs';
import { fill, pick, press, seen } from '../lib/phone.mjs';
import { commissionerBound } from '../lib/stage.mjs';
import { until } from '../lib/until.mjs';

const day = (ahead) => new Date(Date.now() + 8 * 3600_000 + ahead * 86_400_000).toISOString().slice(0, 10);

export default async function (system) {
  const who = `work-${Date.now()}`;
  const { token, enterprises, names } = await commissionerBound(system, who, 'commissioner', 1);
  const [enterprise] = enterprises;
  const [name] = names;
  const owner = `${who}-firm-0`;

  // 县局安排代班：从今天起由另一位专员代
  const county = await system.desk('county');
  await county.open('/acting');
  await said(county, '专员代班');
  await system.axe(county, '专员代班');
  await system.shot(county, 'journey-30-acting');

  // 走访：从谈的话里勾一句成为诉求
  const phone = await system.phone(who);
  await phone.open(`pages/field/brief?id=${enterprise}`);
  await seen(phone, '未销号的诉求');
  await system.axe(phone, '上门前看一页');
  await system.shot(phone, 'journey-30-brief');
  await phone.open(`pages/field/visit?enterprise=${enterprise}`);
  await fill(phone, '谈了什么', '新线月底投产（虚构）。缺操作工二十名（虚构）。');
  await press(phone, '从“谈了什么”里勾几句');
  await seen(phone, '哪几句是要部门解决的');
  await system.shot(phone, 'journey-30-sentences');
  await press(phone, '作为新的诉求：缺操作工二十名（虚构）');
  await press(phone, '好了');
  await pick(phone, '类别', '用工');
  await press(phone, '加一项承诺');
  await fill(phone, '什么事', '协调电力增容（虚构）');
  await press(phone, /^两周后/);
  await press(phone, '保存');
  await until('走访送到', async () =>
    (await system.api('GET', '/api/v1/visits?limit=100', { token })).items.some((it) => it.enterprise === enterprise && it.tickets === 1));

  // 第二次去，差不多的先给人看，不另立
  await phone.open(`pages/field/visit?enterprise=${enterprise}`);
  await fill(phone, '谈了什么', '还是缺操作工，二十名（虚构）。');
  await press(phone, '从“谈了什么”里勾几句');
  await seen(phone, /已有差不多的/);
  await press(phone, /^就是这件/);
  await press(phone, '好了');
  await seen(phone, /不另立，只记下又提到了/);
  await press(phone, '保存');
  await until('第二次送到', async () =>
    (await system.api('GET', '/api/v1/visits?limit=100', { token })).items.filter((it) => it.enterprise === enterprise).length === 2);
  const { items: raised } = await system.api('GET', '/api/v1/field/tickets?limit=100', { token });
  assert.equal(raised.filter((it) => it.title.includes('缺操作工二十名')).length, 1, '同一个问题只有一件诉求');

  // 承诺转诉求
  await phone.open(`pages/field/promises?enterprise=${enterprise}`);
  await phone.getByText('协调电力增容（虚构）').filter({ visible: true }).first().click();
  await press(phone, '要部门办的，转为诉求');
  await pick(phone, '类别', '用工');
  await press(phone, '转为诉求');
  await seen(phone, /已转诉求/);
  await system.axe(phone, '承诺');
  await system.shot(phone, 'journey-30-promise-ticket');

  // 走访日程：县局和专员前后几天都去，提示一起去
  await system.api('POST', '/api/v1/desk/visit-plans', { as: 'county', expect: 201, body: { enterprise, on: day(6), purpose: '看技改进度（虚构）' } });
  await phone.open('pages/field/plans');
  await press(phone, '安排走访');
  await pick(phone, '企业', name);
  await system.api('POST', '/api/v1/field/visit-plans', {
    token, expect: 201, headers: { 'Idempotency-Key': `plan-${who}` }, body: { enterprise, on: day(8), purpose: '回访承诺（虚构）' },
  });
  await phone.open('pages/field/plans');
  await seen(phone, /也去/);
  await system.axe(phone, '走访日程');
  await system.shot(phone, 'journey-30-plans');
  await county.open('/visit-plans');
  await said(county, name);
  await system.axe(county, '走访日程');
  await system.shot(county, 'journey-30-calendar');

  // 企业：改期、来过有用
  const boss = await system.phone(owner);
  await boss.open(`pages/enterprise/visits?id=${enterprise}`);
  await seen(boss, '打算来的');
  await press(boss, '改期，县局');
  await seen(boss, '改到哪天');
  await system.shot(boss, 'journey-30-postpone');
  await fill(boss, '改到哪天', day(12));
  await fill(boss, '为什么改期', '月底盘库（虚构）');
  await press(boss, '改期');
  await seen(boss, /已由企业从.*改期/);
  await press(boss, '来过，有用');
  await seen(boss, '您说：来过，有用');
  await system.axe(boss, '专员和走访');

  // 县局取消这一次：不能恢复，先问一声
  await county.open('/visit-plans');
  const row = county.getByRole('row').filter({ hasText: name }).filter({ hasText: '看技改进度（虚构）' });
  await row.getByRole('button', { name: '取消' }).click();
  await answer(county, '取消走访', '不取消');
  await row.getByText('企业改期').waitFor();
  await row.getByRole('button', { name: '取消' }).click();
  await answer(county, '取消走访', '取消这次走访');
  await row.getByText('已取消').waitFor();

  // 县局：简报、交接单、台账、回访、覆盖
  await county.open(`/enterprises/${enterprise}/brief`);
  await said(county, '未销号的诉求');
  await system.axe(county, '上门前看一页');
  await system.shot(county, 'journey-30-desk-brief');
  await county.open('/promises');
  await said(county, '协调电力增容（虚构）');
  await system.axe(county, '承诺台账');
  await county.open('/callbacks');
  await said(county, /年走访/);
  await system.axe(county, '走访回访');
  await system.shot(county, 'journey-30-callbacks');
  await county.open('/field-figures');
  await said(county, '今年走访过的');
  await system.axe(county, '走访覆盖');
  await system.shot(county, 'journey-30-figures');
  await click(county, /^\d+ \/ \d+$/);
  await said(county, /今年走访过的企业/);
  await county.open('/tasks');
  await said(county, '企业的待办');
  await system.axe(county, '企业的待办');
}
