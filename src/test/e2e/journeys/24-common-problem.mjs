// 三家企业的同一个问题：提交前看到、补充、加入，县局合并，部门一次答复，逐家告知，各自确认。
import assert from 'node:assert/strict';
import { answer, press as click, seen as said } from '../lib/desk.mjs';
import { decide, fill, pick, press, seen } from '../lib/phone.mjs';
import { member } from '../lib/stage.mjs';
import { until } from '../lib/until.mjs';

export default async function (system) {
  const mark = String(Date.now()).slice(-5);
  const title = `园区${mark}路灯不亮（虚构）`;
  const firms = [];
  for (const no of [1, 2, 3]) firms.push({ who: `common-${no}-${mark}`, ...(await member(system, `common-${no}-${mark}`)) });
  const raise = ({ token, enterprise, who }, what) =>
    system.api('POST', `/api/v1/enterprises/${enterprise}/tickets`, {
      token, expect: 201, headers: { 'Idempotency-Key': `${who}-${what}` },
      body: { category: 'other', title, content: '晚上装货看不清（虚构）。' },
    });
  const first = await raise(firms[0], 'one');
  const second = await raise(firms[1], 'one');

  const phone = await system.phone(firms[0].who);
  await phone.open('pages/ticket/raise');
  await pick(phone, '哪一类', '其他');
  await fill(phone, '一句话说明', `${mark}路灯不亮`);
  await seen(phone, '本企业已经提过这些，还在办：');
  await system.axe(phone, '提交前看到自己的');
  await system.shot(phone, 'journey-24-own');
  await phone.getByText(title).filter({ visible: true }).first().click();
  await seen(phone, '补充情况');
  await phone.getByRole('button', { name: /补充情况/ }).filter({ visible: true }).first().click();
  await fill(phone, '情况', '昨晚又坏了两盏（虚构）。');
  await press(phone, '补充情况');
  await seen(phone, '昨晚又坏了两盏（虚构）。');

  const county = await system.desk('county');
  await county.open(`/tickets/${first.id}`);
  await said(county, '相似的诉求');
  await county.getByText(`${firms[1].name}：${title}`).click();
  await click(county, '合并为共性问题');
  const dialog = county.getByRole('dialog', { name: '合并为共性问题' });
  await dialog.getByRole('textbox', { name: '共同的情况' }).fill('园区北侧路灯夜间不亮（虚构）。');
  await dialog.getByRole('combobox', { name: '承办单位' }).click({ force: true });
  await dialog.getByRole('combobox', { name: '承办单位' }).pressSequentially('工业和信息化局');
  await county.getByRole('option', { name: '县工业和信息化局' }).filter({ visible: true }).first().click();
  await system.axe(county, '合并为共性问题');
  await system.shot(county, 'journey-24-merge');
  await dialog.getByRole('button', { name: '合并' }).last().click();
  await said(county, '其中的诉求（2 件，2 件未销号）');
  const problem = new URL(county.url()).pathname.split('/').pop();

  const third = await system.phone(firms[2].who);
  await third.open('pages/ticket/raise');
  await pick(third, '哪一类', '其他');
  await fill(third, '一句话说明', `门口${mark}路灯不亮`);
  await seen(third, /2 家企业已经反映/);
  await system.axe(third, '提交前看到共性问题');
  await system.shot(third, 'journey-24-join');
  await third.getByRole('button', { name: `我们也有这个问题：${title}` }).filter({ visible: true }).first().click();
  await decide(third, '加入');
  await seen(third, '与同类诉求一并办理');
  await seen(third, /一共 3 家企业有这个问题/);
  await system.shot(third, 'journey-24-joined');

  const handler = await system.desk('handler');
  await handler.open('/tickets/common');
  await handler.getByRole('link', { name: title }).click();
  await said(handler, '其中的诉求（3 件，3 件未销号）');
  await click(handler, '全部受理');
  await said(handler, '办理中');
  await click(handler, '一并办结答复');
  const reply = handler.getByRole('dialog', { name: '一并办结答复' });
  await reply.getByRole('button', { name: '答复', exact: true }).click();
  await said(handler, '请写明办理结果');
  await reply.getByRole('textbox', { name: '办理结果' }).fill('路灯全部更换，当晚已亮（虚构）。');
  await reply.getByRole('textbox', { name: '佐证' }).fill('验收单（虚构）');
  await system.axe(handler, '一并办结答复');
  await reply.getByRole('button', { name: '答复', exact: true }).click();
  await reply.waitFor({ state: 'hidden' });
  await said(handler, '待企业确认');
  await system.axe(handler, '共性问题');
  await system.shot(handler, 'journey-24-answered');

  for (const { who, token } of firms.slice(0, 2)) {
    const { id } = who === firms[0].who ? first : second;
    const own = await system.phone(who);
    await own.open(`pages/ticket/show?id=${id}`);
    await seen(own, '路灯全部更换，当晚已亮（虚构）。');
    await press(own, '确认解决');
    await until('各自销号', async () => (await system.api('GET', `/api/v1/tickets/${id}`, { token })).card.status === 'CLOSED');
  }
  await county.open(`/tickets/common/${problem}`);
  await said(county, '其中的诉求（3 件，1 件未销号）');
  await click(county, /^移出 GX-/);
  await answer(county, '移出共性问题', '移出', '门口的路灯不在这条线上（虚构）。');
  await said(county, '其中的诉求（2 件，0 件未销号）');
  const told = await system.api('GET', `/api/v1/tickets/${second.id}`, { token: firms[1].token });
  assert.equal(told.common.enterprises, 2, '移出的那家不再算在内');
}
