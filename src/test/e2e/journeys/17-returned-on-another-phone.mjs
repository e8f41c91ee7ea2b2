// 登记被退回，换了一部手机：上次填的都在，只改要改的，重新提交。
import assert from 'node:assert/strict';
import { registrationOf } from '../../../../.ci/client.mjs';
import { fill, press, seen } from '../lib/phone.mjs';
import { newFirm, newPhone } from '../lib/stage.mjs';

export default async function (system) {
  const who = `returned-${Date.now()}`;
  const { code, name } = newFirm();
  const token = await system.ready(who, newPhone());
  const { registration } = await system.api('POST', '/api/v1/registrations', {
    token, expect: 201, headers: { 'Idempotency-Key': `e2e-${code}` }, body: registrationOf(code, name, '虚构联系人', newPhone()),
  });
  await system.api('POST', `/api/v1/desk/registrations/${registration}/return`, {
    as: 'qingquan', expect: 204, body: { reasons: ['CODE_OR_NAME'], note: '执照上是新名称（虚构）' },
  });

  const phone = await system.phone(who);
  await phone.open('pages/registration/mine');
  await phone.getByText(name).filter({ visible: true }).first().click();
  await press(phone, '去修改');
  await seen(phone, '请改好后重新提交');
  await seen(phone, '执照上是新名称（虚构）');
  assert.equal(await phone.locator('input[aria-label^="统一社会信用代码"]').filter({ visible: true }).first().inputValue(), code);
  await system.axe(phone, '改被退回的登记');
  await system.shot(phone, 'journey-17-first');
  await fill(phone, '企业名称', `${name}（新）`);
  await press(phone, '下一步');
  await seen(phone, '第 2 步，共 2 步');
  assert.equal(await phone.locator('input[aria-label^="联系人"]').filter({ visible: true }).first().inputValue(), '虚构联系人');
  await system.shot(phone, 'journey-17-second');
  await press(phone, '重新提交');
  await seen(phone, '已提交，正在核实');
  const { registration: mine, form } = await system.api('GET', `/api/v1/registrations/${registration}`, { token });
  assert.equal(mine.status, 'PENDING');
  assert.equal(form.name, `${name}（新）`);
}
