// 第二个人登记同一家企业：申请加入，管理员在手机上同意。
import { fill, pick, press, seen } from '../lib/phone.mjs';
import { member, newPhone } from '../lib/stage.mjs';
import { until } from '../lib/until.mjs';

export default async function (system) {
  const first = `first-${Date.now()}`;
  const { enterprise, name, code } = await member(system, first);
  const second = `second-${Date.now()}`;
  const number = newPhone();
  const token = await system.ready(second, number);

  const joining = await system.phone(second);
  await joining.open('pages/registration/form');
  await fill(joining, '统一社会信用代码', code);
  await fill(joining, '企业名称', name);
  await pick(joining, '企业在哪里经营', '清泉街道');
  await press(joining, '下一步');
  await pick(joining, '行业', '通用设备制造业');
  await pick(joining, '您在企业的身份', '办事员');
  await fill(joining, '联系人', '虚构办事员');
  await fill(joining, '联系电话', number);
  await press(joining, '提交登记');
  await seen(joining, '已申请加入');

  const manager = await system.phone(first);
  await manager.open(`pages/enterprise/members?id=${enterprise}`);
  await seen(manager, '等您同意的');
  await system.axe(manager, '企业成员');
  await press(manager, '同意加入');
  await until('第二个人看得到企业', async () =>
    (await system.api('GET', `/api/v1/enterprises/${enterprise}`, { token })).confirmed);
  await joining.open(`pages/enterprise/show?id=${enterprise}`);
  await seen(joining, name);
  await system.axe(joining, '我的企业');
}
