// 企业在确认期里没有回应：县局从“企业确认已超期”里打开，按未回应销号；问题又出现，县局重新立项。
import assert from 'node:assert/strict';
import { answer, press, seen } from '../lib/desk.mjs';

export default async function (system) {
  const { items } = await system.api('GET', '/api/v1/desk/tickets?status=ANSWERED&overdue=CONFIRM&limit=1', { as: 'county' });
  assert.ok(items.length > 0, '演示数据里没有企业未回应的诉求');
  const [{ id, title }] = items;

  const desk = await system.desk('county');
  await desk.open('/tickets?status=ANSWERED&overdue=CONFIRM');
  await desk.getByRole('link', { name: title }).first().waitFor();
  await desk.open(`/tickets/${id}`);
  await press(desk, '按未回应销号');
  const dialog = desk.getByRole('dialog', { name: '按未回应销号' });
  await dialog.getByRole('textbox', { name: '怎样联系过企业' }).fill('三次电话、一次上门，均未回应（虚构）。');
  await dialog.getByRole('button', { name: '按未回应销号' }).last().click();
  await dialog.getByText('确定企业在确认期内没有回应吗？').waitFor();
  await system.axe(desk, '按未回应销号');
  await system.shot(desk, 'journey-13-sure');
  await answer(desk, '按未回应销号', '确定按未回应销号');
  await seen(desk, '已销号');
  await seen(desk, '未回应');

  await press(desk, '重新立项');
  await desk.getByRole('dialog', { name: '重新立项' }).getByRole('textbox', { name: '原因' }).fill('企业来电，问题仍在（虚构）。');
  await answer(desk, '重新立项', '重新立项');
  await seen(desk, '重新立项');
  await seen(desk, '1 次');
  await system.axe(desk, '重新立项的诉求');
  await system.shot(desk, 'journey-13-reopened');
  const { card } = await system.api('GET', `/api/v1/desk/tickets/${id}`, { as: 'county' });
  assert.notEqual(card.status, 'CLOSED', '重新立项以后不再是已销号');
}
