// 已解决以外的结果：部门解释、台账单位核实后销号；企业自己撤回；挂账登记看得到由谁决定、哪天复核；重新立项编号不变。
import assert from 'node:assert/strict';
import { answer, press as click, seen as said } from '../lib/desk.mjs';
import { fill, press, seen } from '../lib/phone.mjs';
import { member } from '../lib/stage.mjs';
import { until } from '../lib/until.mjs';

export default async function (system) {
  const who = `outcome-${Date.now()}`;
  const { token, enterprise } = await member(system, who);
  const raise = (title) =>
    system.api('POST', `/api/v1/enterprises/${enterprise}/tickets`, {
      token, expect: 201, headers: { 'Idempotency-Key': `${who}-${title.length}` },
      body: { category: 'project', title, content: '想知道能不能办（虚构）。' },
    });
  const work = async ({ id }) => {
    await system.api('POST', `/api/v1/desk/tickets/${id}/dispatch`, { as: 'county', expect: 204, body: { office: 'gxj' } });
    await system.api('POST', `/api/v1/desk/tickets/${id}/acceptance`, { as: 'handler', expect: 204, body: {} });
  };
  const card = async ({ id }) => (await system.api('GET', `/api/v1/tickets/${id}`, { token })).card;

  const explained = await raise('补贴能不能追到去年（虚构）');
  await work(explained);
  const handler = await system.desk('handler');
  await handler.open(`/tickets/${explained.id}`);
  await click(handler, '提出其他结果');
  const proposal = handler.getByRole('dialog', { name: '提出其他结果' });
  await proposal.getByRole('button', { name: '提出其他结果' }).click();
  await said(handler, '请选择办理结果');
  await proposal.getByText('已解释', { exact: true }).click();
  await proposal.getByRole('textbox', { name: '原因' }).fill('文件自今年起执行，不追溯（虚构）。');
  await proposal.getByRole('textbox', { name: '佐证' }).fill('政策文件第三条（虚构）');
  await system.axe(handler, '提出其他结果');
  await system.shot(handler, 'journey-25-proposal');
  await answer(handler, '提出其他结果', '提出其他结果');
  await said(handler, '待确认结果');

  const county = await system.desk('county');
  await county.open(`/tickets/${explained.id}`);
  await said(county, '政策文件第三条（虚构）');
  await click(county, '确认办理结果');
  const confirmation = county.getByRole('dialog', { name: '确认办理结果' });
  await confirmation.getByRole('textbox', { name: '怎样核实的' }).fill('看过文件，电话问过企业（虚构）。');
  await confirmation.getByRole('button', { name: '确认办理结果' }).click();
  await said(county, '看过办理过程里的原因和佐证了吗？');
  await system.axe(county, '确认办理结果');
  await answer(county, '确认办理结果', '确定确认办理结果');
  await said(county, '已解释');
  await system.shot(county, 'journey-25-confirmed');
  assert.equal((await card(explained)).status, 'CLOSED');

  const phone = await system.phone(who);
  await phone.open(`pages/ticket/show?id=${explained.id}`);
  await seen(phone, /按“已解释”销号/);
  await system.axe(phone, '已解释的诉求');
  await system.shot(phone, 'journey-25-explained');
  await press(phone, '还有问题，重新立项');
  await fill(phone, '原因', '今年的也没有收到（虚构）。');
  await press(phone, '重新立项');
  await until('重新立项', async () => (await card(explained)).status === 'DISPATCHED');
  const again = await card(explained);
  assert.equal(again.number, explained.number, '编号不变');

  const withdrawn = await raise('想租一间厂房（虚构）');
  await work(withdrawn);
  const other = await system.phone(who);
  await other.open(`pages/ticket/show?id=${withdrawn.id}`);
  await other.getByRole('button', { name: /撤回诉求/ }).filter({ visible: true }).first().click();
  await press(other, '撤回诉求');
  await seen(other, '请写明原因，办理的人才知道还差什么');
  await fill(other, '原因', '已经自己租到了（虚构）。');
  await system.axe(other, '撤回诉求');
  await system.shot(other, 'journey-25-withdrawing');
  await other.getByRole('dialog', { name: '撤回诉求' }).getByRole('button', { name: '撤回诉求' }).click();
  await until('撤回', async () => (await card(withdrawn)).status === 'CLOSED');
  await county.open(`/tickets/${withdrawn.id}`);
  await said(county, '企业撤回');

  const title = `配套变电站没有建成${String(Date.now()).slice(-5)}（虚构）`;
  const suspended = await raise(title);
  await work(suspended);
  const terms = { reason: '变电站明年建成（虚构）。', decider: '市电网公司（虚构）', level: 'CITY' };
  await system.api('POST', `/api/v1/desk/tickets/${suspended.id}/suspension-request`, { as: 'handler', expect: 204, body: terms });
  await county.open(`/tickets/${suspended.id}`);
  await click(county, '同意挂账');
  await county.getByRole('dialog', { name: '同意挂账' }).getByRole('textbox', { name: '原因' }).fill('同意，建成后恢复办理（虚构）。');
  await answer(county, '同意挂账', '同意挂账');
  await county.getByText('挂账', { exact: true }).first().waitFor();
  await county.open('/tickets/suspended');
  const line = county.locator('tbody tr').filter({ hasText: title });
  await line.getByText('市电网公司（虚构）（市级）').waitFor();
  assert.match(await line.innerText(), /20\d\d年\d+月\d+日/, '看得到哪天复核');
  await system.axe(county, '挂账登记');
  await system.shot(county, 'journey-25-register');
  await line.getByRole('button', { name: '恢复办理' }).click();
  await county.getByRole('dialog', { name: '恢复办理' }).getByRole('textbox', { name: '原因' }).fill('提前建成（虚构）。');
  await answer(county, '恢复办理', '恢复办理');
  await line.waitFor({ state: 'detached' });
  assert.equal((await card(suspended)).status, 'HANDLING');
}
