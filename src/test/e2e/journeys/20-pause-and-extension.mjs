// 承办单位在等企业的材料，停表；企业在手机上补充，计时恢复；再申请延期，台账单位决定；企业看得到为什么、到哪天。
import { answer, choose, press as click, seen as said } from '../lib/desk.mjs';
import { fill, press, seen } from '../lib/phone.mjs';
import { member } from '../lib/stage.mjs';
import { until } from '../lib/until.mjs';

// 对话框里写几句，再按同名的按钮
async function say(page, title, text) {
  await page.getByRole('dialog', { name: title }).getByRole('textbox').first().fill(text);
  await answer(page, title, title);
}

export default async function (system) {
  const who = `pause-${Date.now()}`;
  const { token, enterprise } = await member(system, who);
  const raised = await system.api('POST', `/api/v1/enterprises/${enterprise}/tickets`, {
    token,
    expect: 201,
    headers: { 'Idempotency-Key': who },
    body: { category: 'labour-energy', title: '用电容量不够（虚构）', content: '新增设备后变压器容量不够，希望增容。' },
  });
  const shown = () => system.api('GET', `/api/v1/tickets/${raised.id}`, { token });

  const county = await system.desk('county');
  await county.open(`/tickets/${raised.id}`);
  await click(county, '分派');
  await choose(county, '承办单位', '工业和信息化局');
  await answer(county, '分派', '分派');
  await said(county, '待受理');

  const handler = await system.desk('handler');
  await handler.open(`/tickets/${raised.id}`);
  await click(handler, '受理');
  await answer(handler, '受理', '受理');
  await said(handler, '办理中');
  await click(handler, '暂停计时');
  await handler.getByRole('combobox', { name: '在等什么' }).click({ force: true });
  await handler.getByRole('option', { name: '等企业补充材料' }).click();
  await said(handler, '累计最多 10 个工作日');
  await handler.getByRole('option').first().waitFor({ state: 'hidden' });
  await system.axe(handler, '暂停计时');
  await system.shot(handler, 'journey-20-pause');
  await say(handler, '暂停计时', '请交用电申请表。');
  await said(handler, '最迟到');
  await system.shot(handler, 'journey-20-paused');

  const phone = await system.phone(who);
  await phone.open(`pages/ticket/show?id=${raised.id}`);
  await seen(phone, '承办单位在等您的材料');
  await seen(phone, '请交用电申请表。');
  await system.axe(phone, '在等企业的诉求');
  await system.shot(phone, 'journey-20-waiting');
  await press(phone, '补充材料');
  await fill(phone, '说明', '申请表已经送到窗口。');
  await press(phone, '交上去');
  await until('计时恢复', async () => (await shown()).card.status === 'HANDLING');

  await handler.reload();
  await said(handler, '申请表已经送到窗口。');
  await click(handler, '申请延期');
  await say(handler, '申请延期', '变压器到货要一个月。');
  await said(handler, '决定');

  await county.reload();
  await click(county, '同意延期');
  await answer(county, '同意延期', '同意延期');
  await said(county, '已同意');
  await system.axe(county, '暂停与延期');
  await system.shot(county, 'journey-20-extended');

  await phone.reload();
  await seen(phone, '已同意');
  const { extensions, steps } = await shown();
  if (!extensions[0].granted) throw new Error('延期没有同意');
  if (!steps.find((it) => it.kind === 'SOLVE').explanation.includes('复杂事项办结 30 个工作日')) throw new Error('期限没有按复杂事项计算');
  await system.shot(phone, 'journey-20-told');

  await county.open('/deadline-profiles');
  await said(county, '诉求办理（通用）');
  await click(county, '登记新版本');
  const dialog = county.getByRole('dialog', { name: '登记时限方案的新版本' });
  await dialog.getByRole('textbox', { name: '名称' }).fill('虚构时限');
  await dialog.getByRole('textbox', { name: '依据的文件和原文' }).fill('虚构通知：十个工作日办结');
  await dialog.getByRole('combobox', { name: '自哪天收到的起' }).fill(new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10).replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'));
  await dialog.getByRole('combobox', { name: '自哪天收到的起' }).press('Enter');
  await dialog.getByRole('spinbutton', { name: '办结多久', exact: true }).fill('10');
  await dialog.getByRole('spinbutton', { name: '办结多久', exact: true }).press('Tab');
  await dialog.getByRole('button', { name: '先看影响' }).click();
  await dialog.getByText('会变的期限').first().waitFor();
  await county.locator('.el-picker__popper:visible').first().waitFor({ state: 'hidden' });
  await system.axe(county, '时限方案的影响');
  await system.shot(county, 'journey-20-profile');
}
