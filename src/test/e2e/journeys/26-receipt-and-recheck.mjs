// 纸质回执：凭编号和查询码才查得到；销号以后答两个问题；过三十天问有没有再出现，又出现的重新立项；台账单位抽样打电话回访。
import assert from 'node:assert/strict';
import { answer, press as click, seen as said } from '../lib/desk.mjs';
import { fill, press, seen } from '../lib/phone.mjs';
import { member } from '../lib/stage.mjs';
import { until } from '../lib/until.mjs';

// 演示数据里诉求销号最久的那家企业的人
const LONG_CLOSED = '13800010000';

export default async function (system) {
  const who = `receipt-${Date.now()}`;
  const { token, enterprise } = await member(system, who);
  const { id, number } = await system.api('POST', `/api/v1/enterprises/${enterprise}/tickets`, {
    token, expect: 201, headers: { 'Idempotency-Key': who },
    body: { category: 'other', title: '门前路面破损（虚构）', content: '货车难走，希望修补。' },
  });

  const county = await system.desk('county');
  await county.open(`/tickets/${id}`);
  await click(county, '回执');
  await county.getByRole('img', { name: '扫码查询办理情况' }).locator('svg').waitFor();
  await said(county, number);
  await system.axe(county, '回执');
  await system.shot(county, 'journey-26-receipt');
  const secret = await county.locator('dd.secret').innerText();

  const holder = await system.desk();
  await holder.open(`/receipt#${number}.AAAA-AAAA-AAAA`);
  await said(holder, '编号或查询码不对，请照回执再填一次。');
  await holder.getByRole('textbox', { name: '查询码' }).fill(secret);
  await holder.getByRole('button', { name: '查询' }).click();
  await said(holder, `${number}：待分派`);
  assert.equal(await holder.getByText('货车难走').count(), 0, '凭回执看不到内容');
  await system.axe(holder, '凭回执查询');
  await system.shot(holder, 'journey-26-lookup');

  const desk = (what, as, body = {}) => system.api('POST', `/api/v1/desk/tickets/${id}/${what}`, { as, expect: 204, body });
  await desk('dispatch', 'county', { office: 'gxj' });
  await desk('acceptance', 'handler');
  await desk('answer', 'handler', { text: '路面已修补（虚构）。', evidence: '验收单（虚构）' });
  const phone = await system.phone(who);
  await phone.open(`pages/ticket/show?id=${id}`);
  await press(phone, '确认解决');
  await seen(phone, '两个问题，不想答可以不答');
  await press(phone, '联系过');
  await seen(phone, '已答：联系过');
  await press(phone, '没有用');
  await seen(phone, '已答：没有用');
  await system.axe(phone, '两个问题');
  await system.shot(phone, 'journey-26-questions');
  const answers = await system.api('GET', `/api/v1/tickets/${id}/follow-up`, { token });
  assert.deepEqual([answers.contacted, answers.useful], [true, false]);
  await holder.open(`/receipt#${number}.${secret}`);
  await holder.reload();
  await said(holder, `${number}：已销号 · 已解决`);

  const { items } = await system.api('GET', '/api/v1/desk/ticket-rechecks', { as: 'county' });
  assert.ok(items.length > 0, '演示数据里没有在等回答的回访');
  const [asked] = items;
  await county.open('/tickets/afterwards');
  await county.getByRole('link', { name: asked.title }).first().waitFor();
  await system.axe(county, '回访和评价');
  await system.shot(county, 'journey-26-waiting');
  const own = await system.phone(LONG_CLOSED);
  await own.open(`pages/ticket/show?id=${asked.ticket}`);
  await seen(own, `销号 ${asked.days} 天了，问题有没有再出现？`);
  await system.axe(own, '回访');
  await system.shot(own, 'journey-26-recheck');
  await press(own, '又出现了');
  await fill(own, '原因', '变压器又跳闸了（虚构）。');
  await own.getByRole('dialog', { name: '又出现了' }).getByRole('button', { name: '又出现了' }).click();
  const reopened = () => system.api('GET', `/api/v1/desk/tickets/${asked.ticket}`, { as: 'county' });
  await until('重新立项', async () => (await reopened()).card.status === 'DISPATCHED');
  assert.equal((await reopened()).card.number, asked.number, '编号不变');
  await seen(own, /变压器又跳闸了（虚构）。/);

  await county.reload();
  await said(county, '抽样回访');
  await click(county, '抽取');
  await said(county, /销号 \d+ 件，抽 \d+%，\d+ 件。/);
  const sampled = county.locator('section[aria-labelledby="sample"] li').first();
  await sampled.getByRole('button', { name: '不满意', exact: true }).click();
  await answer(county, '回访：不满意', '记下', '还差一段没有修（虚构）。');
  await sampled.getByText('不满意', { exact: true }).first().waitFor();
  await system.axe(county, '抽样回访');
  await system.shot(county, 'journey-26-sample');
}
