// 县局建立一轮专员名单，逐家指派，换一名专员，结束一段指派；以前的归属都还在。
import assert from 'node:assert/strict';
import { answer, choose, press, seen } from '../lib/desk.mjs';
import { member } from '../lib/stage.mjs';

export default async function (system) {
  const firms = [await member(system, `round-a-${Date.now()}`), await member(system, `round-b-${Date.now()}`)];
  const name = `流程轮次${Date.now() % 1_000_000}（虚构）`;
  const desk = await system.desk('county');
  await desk.open('/assignments');
  await press(desk, '建立一轮');
  const opening = desk.getByRole('dialog', { name: '建立一轮专员名单' });
  await opening.getByRole('button', { name: '建立', exact: true }).click();
  await seen(desk, '请填写依据的文件');
  await opening.getByRole('textbox', { name: '名称' }).fill(name);
  await opening.getByRole('textbox', { name: '依据的文件' }).fill('冠县虚构〔2026〕1号');
  await system.axe(desk, '建立一轮');
  await opening.getByRole('button', { name: '建立', exact: true }).click();
  await desk.waitForURL(/\/assignments\/[0-9a-f-]{36}/);
  await desk.getByRole('heading', { name }).waitFor();

  for (const { name: firm } of firms) {
    await press(desk, '指派一家');
    const dialog = desk.getByRole('dialog', { name: '指派专员' });
    await choose(desk, '企业', firm);
    await choose(desk, '专员', '演示服务专员');
    await dialog.getByRole('combobox', { name: '派出单位' }).fill('工业和信息化局');
    await system.axe(desk, '指派专员');
    await answer(desk, '指派专员', '指派');
    await row(desk, firm).first().waitFor();
  }

  const [replaced, ended] = firms;
  await row(desk, replaced.name).getByRole('button', { name: /^更换/ }).click();
  const changing = desk.getByRole('dialog', { name: '更换专员' });
  await choose(desk, '专员', '演示驻企特派员');
  await changing.getByRole('combobox', { name: '派出单位' }).fill('财政局');
  await changing.getByRole('textbox', { name: '原因' }).fill('工作调整（虚构）');
  await system.axe(desk, '更换专员');
  await system.shot(desk, 'journey-12-replace');
  await answer(desk, '更换专员', '更换');
  await row(desk, replaced.name).filter({ hasText: '演示驻企特派员' }).waitFor();

  await row(desk, ended.name).getByRole('button', { name: /^结束/ }).click();
  await desk.getByRole('dialog', { name: '结束指派' }).getByRole('textbox', { name: '原因' }).fill('企业迁出（虚构）');
  await answer(desk, '结束指派', '结束指派');
  await seen(desk, '已结束');
  await row(desk, ended.name).filter({ hasText: '企业迁出（虚构）' }).waitFor();
  await system.axe(desk, '一轮名单');
  await system.shot(desk, 'journey-12-round');

  const kept = await system.api('GET', `/api/v1/desk/enterprises/${ended.enterprise}/assignments`, { as: 'county' });
  assert.ok(JSON.stringify(kept).includes('企业迁出（虚构）'), '结束的指派还在企业的归属里');
}

const row = (desk, firm) => desk.locator('tbody tr').filter({ hasText: firm });
