// 没有信号的地方记五次走访，回到有网处一次送完，一条不多、一条不少。
import assert from 'node:assert/strict';
import { settled } from '../lib/browser.mjs';
import { commissionerBound } from '../lib/stage.mjs';
import { fill, press, seen } from '../lib/phone.mjs';
import { until } from '../lib/until.mjs';

export default async function (system) {
  const who = `field-${Date.now()}`;
  const { token, enterprises, names } = await commissionerBound(system, who, 'commissioner', 5);
  const counted = async (enterprise) =>
    (await system.api('GET', '/api/v1/visits?limit=100', { token })).items.filter((it) => it.enterprise === enterprise).length;
  const before = await Promise.all(enterprises.map(counted));

  const phone = await system.phone(who);
  await phone.open('pages/field/today');
  await seen(phone, '很久没去的企业');
  await system.axe(phone, '今天');
  await phone.open('pages/field/portfolio');
  await press(phone, '存到手机');
  await seen(phone, /(\d+) \/ \1 家的上门简报已存在手机里/);
  // 两页的代码先取到手机里，和小程序的分包一样
  await phone.open('pages/field/visits');
  await settled(phone);
  await phone.open(`pages/field/visit?enterprise=${enterprises[0]}`);
  await seen(phone, '怎么走访的');

  await phone.context().setOffline(true);
  for (const [at, enterprise] of enterprises.entries()) {
    await phone.evaluate((id) => (location.hash = `#/pages/field/visit?enterprise=${id}`), enterprise);
    await seen(phone, names[at]);
    await fill(phone, '谈了什么', `第 ${at + 1} 次离线走访（虚构）`);
    await press(phone, '保存');
    await phone.waitForURL(/pages\/field\/visits/);
  }
  await system.shot(phone, 'journey-06-queue');
  await phone.context().setOffline(false);
  await until('五次都送到', async () => {
    const now = await Promise.all(enterprises.map(counted));
    return now.every((it, at) => it >= before[at] + 1);
  });
  const after = await Promise.all(enterprises.map(counted));
  assert.deepEqual(after, before.map((it) => it + 1), '每家正好多一次走访');
  await system.axe(phone, '走访记录');
}
