// 打开年度计划，点一个数看到名单，再导出附件。
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

export default async function (system) {
  const desk = await system.desk('county');
  await desk.open('/plans');
  await desk.getByRole('table').first().waitFor();
  await system.axe(desk, '年度计划');
  await system.shot(desk, 'journey-08-plan');
  const figure = desk.locator('table a[href*="/items/6/"]').first();
  await figure.click();
  await desk.waitForURL(/\/items\/\d+\/units\//);
  await desk.getByRole('heading', { level: 1 }).waitFor();
  await desk.locator('tbody tr').first().waitFor();
  await system.axe(desk, '名单');
  await system.shot(desk, 'journey-08-names');
  await desk.goBack();
  await desk.getByRole('table').first().waitFor();
  const [download] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: /导出/ }).first().click()]);
  const file = readFileSync(await download.path());
  assert.equal(file.subarray(0, 2).toString(), 'PK', '导出的不是 Excel 文件');
  assert.match(download.suggestedFilename(), /\.xlsx$/);
}
