// 推送之后：企业在政策下面答复，专员当面告知，县局看每一家怎么样了。
import assert from 'node:assert/strict';
import { press as click, seen as said } from '../lib/desk.mjs';
import { fill, press, seen } from '../lib/phone.mjs';
import { commissionerBound, publish } from '../lib/stage.mjs';
import { until } from '../lib/until.mjs';

const day = (ahead) => new Date(Date.now() + 8 * 3600_000 + ahead * 86_400_000).toISOString().slice(0, 10);

export default async function (system) {
  const who = `after-${Date.now()}`;
  const { enterprises, names } = await commissionerBound(system, who, 'resident', 2);
  const title = `设备更新补助${Date.now() % 100000}（虚构）`;
  const content = {
    particulars: {
      kind: 'GUIDE', shortTitle: title, applyUntil: day(60), applyOffice: '县工业和信息化局', applyChannel: '政务服务大厅企业窗口（虚构）',
    },
    audience: { regions: ['371525001'] },
    text: '一、标准\n设备投资每满五十万元补助两万元（虚构）。',
  };
  const { id } = await system.api('POST', '/api/v1/desk/policies', {
    as: 'county', expect: 201, headers: { 'Idempotency-Key': `policy-${who}` }, body: { region: '371525', content },
  });
  await publish(system, id);
  await until('每个人都有结果', async () => (await system.api('GET', `/api/v1/desk/policies/${id}/reach`, { as: 'county' })).messages?.settledAt, 60);

  // 第二家没有人看：专员上门当面告知
  const commissioner = await system.phone(who);
  await commissioner.open(`pages/field/brief?id=${enterprises[1]}`);
  await seen(commissioner, title);
  await system.axe(commissioner, '没看的政策');
  await system.shot(commissioner, 'journey-40-brief');
  await press(commissioner, `已当面告知，${title}`);
  await until('简报里不再有', async () => (await commissioner.getByText(title).filter({ visible: true }).count()) === 0);

  // 第一家：看怎么申报、说不适合、请联系我
  const owner = await system.phone(`${who}-firm-0`);
  await owner.open(`pages/policy/show?id=${id}`);
  await seen(owner, '本企业要不要申报');
  await system.axe(owner, '没有登录时的政策');
  await press(owner, '登录后看');
  await press(owner, '微信登录');
  await seen(owner, /申报还剩 \d+ 个工作日/);
  await system.axe(owner, '政策下面的三个按钮');
  await system.shot(owner, 'journey-40-policy');
  await press(owner, '我要申报');
  await seen(owner, /政务服务大厅企业窗口（虚构）/);
  await system.shot(owner, 'journey-40-apply');
  await press(owner, '记下：我要申报');
  await seen(owner, /说过：我要申报/);
  await press(owner, '不适合');
  await press(owner, '提交');
  await seen(owner, /请选一个原因/);
  await owner.getByRole('radio', { name: '已经享受' }).click();
  await system.axe(owner, '不适合');
  await press(owner, '提交');
  await seen(owner, /说过：不适合（已经享受）/);
  await press(owner, '请联系我');
  await fill(owner, '想问什么', '去年的设备能不能算（虚构）');
  await owner.getByRole('dialog', { name: '请联系我' }).getByRole('button', { name: '请联系我' }).click();
  await seen(owner, /登记的诉求，点开看办到哪一步/);
  await system.shot(owner, 'journey-40-answered');

  // 县局：每一家怎么样了，请联系我的办到哪一步
  const desk = await system.desk('county');
  await desk.open(`/policies/${id}`);
  await desk.getByRole('tab', { name: '企业的答复' }).click();
  await said(desk, /不适合的原因：已经享受 1家/);
  await said(desk, names[0]);
  await system.axe(desk, '企业的答复');
  await system.shot(desk, 'journey-40-answers');
  const outcome = await system.api('GET', `/api/v1/desk/policies/${id}/outcome`, { as: 'county' });
  assert.deepEqual([outcome.apply, outcome.unfit, outcome.contact, outcome.told], [0, 1, 1, 1]);
  await desk.getByRole('tab', { name: '触达情况' }).click();
  await said(desk, '已当面告知');
  await system.shot(desk, 'journey-40-reach');
  await desk.getByRole('tab', { name: '企业的答复' }).click();
  await desk.getByRole('link', { name: /^GX-/ }).first().click();
  await said(desk, `请联系我：${title}`);
}
