// 一时办不成的：承办单位申请挂账，县局先不同意、后同意，仍为未销号；条件有了再恢复办理。
import assert from 'node:assert/strict';
import { answer, press, seen } from '../lib/desk.mjs';
import { member } from '../lib/stage.mjs';
import { seen as shown } from '../lib/phone.mjs';

export default async function (system) {
  const who = `suspension-${Date.now()}`;
  const { token, enterprise, code } = await member(system, who);
  const { id } = await system.api('POST', `/api/v1/enterprises/${enterprise}/tickets`, {
    token, expect: 201, headers: { 'Idempotency-Key': `suspend-${code}` },
    body: { category: 'labour-energy', title: '厂前道路坑洼（虚构）', content: '货车难走，希望修整。' },
  });
  await system.api('POST', `/api/v1/desk/tickets/${id}/dispatch`, { as: 'county', expect: 204, body: { office: 'gxj' } });
  await system.api('POST', `/api/v1/desk/tickets/${id}/acceptance`, { as: 'handler', expect: 204, body: {} });

  const handler = await system.desk('handler');
  const county = await system.desk('county');
  await handler.open(`/tickets/${id}`);
  await asks(handler, '需列入明年的修路计划（虚构）。');
  await system.axe(handler, '申请挂账');

  await county.open(`/tickets/${id}`);
  await says(county, '不同意挂账', '请先填平坑洼，再谈计划。');
  await seen(county, '办理中');

  await handler.reload();
  await asks(handler, '坑洼已填平，路面改造须等明年计划（虚构）。');
  await county.reload();
  await says(county, '同意挂账', '同意，列入明年计划后复核。');
  await county.getByText('挂账', { exact: true }).first().waitFor();
  await system.axe(county, '挂账的诉求');
  await system.shot(county, 'journey-14-suspended');
  const { card } = await system.api('GET', `/api/v1/desk/tickets/${id}`, { as: 'county' });
  assert.equal(card.status, 'SUSPENDED');

  const phone = await system.phone(who);
  await phone.open(`pages/ticket/show?id=${id}`);
  await shown(phone, /挂账/);
  await system.axe(phone, '挂账的诉求（手机）');
  await system.shot(phone, 'journey-14-phone');

  await handler.reload();
  await says(handler, '恢复办理', '已列入计划，可以动工（虚构）。');
  await seen(handler, '办理中');
}

// 申请挂账要写明由谁决定、哪一级
async function asks(desk, reason) {
  await press(desk, '申请挂账');
  const dialog = desk.getByRole('dialog', { name: '申请挂账' });
  await dialog.getByRole('textbox', { name: '由谁决定' }).fill('市交通运输局（虚构）');
  await dialog.getByText('市级', { exact: true }).click();
  await dialog.getByRole('textbox', { name: '原因' }).fill(reason);
  await answer(desk, '申请挂账', '申请挂账');
}

async function says(desk, action, text) {
  await press(desk, action);
  await desk.getByRole('dialog', { name: action }).getByRole('textbox').last().fill(text);
  await answer(desk, action, action);
}
