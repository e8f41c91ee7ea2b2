// 扫海报登记：登录、同意、绑定手机号，单位已经带出，错的代码当场看出来，交上去由街道核实。
import assert from 'node:assert/strict';
import { answer, press as click } from '../lib/desk.mjs';
import { enter, fill, pick, press, seen } from '../lib/phone.mjs';
import { newFirm, newPhone } from '../lib/stage.mjs';
import { until } from '../lib/until.mjs';

export default async function (system) {
  const { code: poster } = await system.api('PUT', '/api/v1/desk/units/371525001/poster', { as: 'qingquan' });
  const firm = newFirm();
  const phone = await system.phone(`poster-${firm.code}`);
  const number = newPhone();
  await phone.open(`pages/registration/form?poster=${poster}`);
  await seen(phone, '清泉街道');
  await system.axe(phone, '登记企业');

  await fill(phone, '统一社会信用代码', firm.code.slice(0, 17) + (firm.code.endsWith('A') ? 'B' : 'A'));
  await phone.getByText(/校验|写错|不对/).filter({ visible: true }).first().waitFor();
  await fill(phone, '统一社会信用代码', firm.code);
  await seen(phone, '代码的写法正确');
  await fill(phone, '企业名称', firm.name);
  await press(phone, '下一步');
  await enter(phone, number);
  await seen(phone, '代码的写法正确');
  await press(phone, '下一步');
  await pick(phone, '行业', '通用设备制造业');
  await pick(phone, '您在企业的身份', '财务');
  await fill(phone, '联系人', '虚构联系人');
  await fill(phone, '联系电话', number);
  await press(phone, '提交登记');
  await seen(phone, '已提交，正在核实');
  await system.axe(phone, '登记结果');

  const { items } = await system.api('GET', '/api/v1/desk/registrations?limit=100', { as: 'qingquan' });
  const waiting = items.find((it) => it.uscc === firm.code);
  assert.ok(waiting, '街道的待核实里没有这条登记');
  const desk = await system.desk('qingquan');
  await desk.open(`/reviews/${waiting.id}`);
  await desk.getByText(firm.name).first().waitFor();
  await system.axe(desk, '核实登记');
  await click(desk, /^接受/);
  await desk.getByRole('radio', { name: /当面看过/ }).check({ force: true });
  await answer(desk, '接受登记', '接受');
  await phone.open();
  await until('企业出现在首页', () => phone.getByText(firm.name).filter({ visible: true }).first().isVisible());
  await system.shot(phone, 'journey-01-home');
}
