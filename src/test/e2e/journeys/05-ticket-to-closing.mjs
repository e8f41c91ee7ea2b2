// 提诉求，部门在手机上受理、答复，企业一键确认销号；三边同时看。
import { answer, choose, press as click, seen as said } from '../lib/desk.mjs';
import { fill, pick, press, seen } from '../lib/phone.mjs';
import { member } from '../lib/stage.mjs';
import { until } from '../lib/until.mjs';

export default async function (system) {
  const who = `ticket-${Date.now()}`;
  const { token, enterprise } = await member(system, who);
  const phone = await system.phone(who);
  await phone.open('pages/ticket/raise');
  await pick(phone, '哪一类', '用');
  await fill(phone, '一句话说明', '厂区频繁停电（虚构）');
  await fill(phone, '情况和希望', '本月已停电五次，希望增容。');
  await system.axe(phone, '提出诉求');
  await phone.getByRole('button', { name: /^提交/ }).filter({ visible: true }).first().click();
  await seen(phone, '待分派');
  const { items } = await system.api('GET', `/api/v1/enterprises/${enterprise}/tickets`, { token });
  const ticket = items[0];

  const county = await system.desk('county');
  await county.open(`/tickets/${ticket.id}`);
  await county.getByText('厂区频繁停电（虚构）').first().waitFor();
  await system.axe(county, '一件诉求');
  await click(county, '分派');
  await choose(county, '承办单位', '工业和信息化局');
  await answer(county, '分派', '分派');
  await said(county, '待受理');

  const handler = await system.desk('handler');
  await handler.open(`/tickets/${ticket.id}`);
  await handler.getByText('厂区频繁停电（虚构）').first().waitFor();
  await click(handler, '受理');
  await answer(handler, '受理', '受理');
  await said(handler, '办理中');
  await click(handler, '办结答复');
  const dialog = handler.getByRole('dialog', { name: '办结答复' });
  await dialog.getByRole('textbox').first().fill('已完成增容，恢复供电。');
  await dialog.getByRole('textbox', { name: '佐证' }).fill('供电方案答复单（虚构）');
  await dialog.getByRole('button', { name: '办结答复' }).last().click();
  await said(handler, '待企业确认');

  await phone.open(`pages/ticket/show?id=${ticket.id}`);
  await phone.reload();
  await seen(phone, '解决了吗？');
  await system.axe(phone, '诉求');
  await press(phone, '确认解决');
  await until('诉求销号', async () => (await system.api('GET', `/api/v1/tickets/${ticket.id}`, { token })).card.status === 'CLOSED');
  await seen(phone, '已销号');
  await system.shot(phone, 'journey-05-closed');
}
