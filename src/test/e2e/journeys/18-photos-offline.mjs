// 没有信号时给走访加了照片：走访先送到，照片接着自己送；这个县不收照片，说明白，走访不受影响。
import assert from 'node:assert/strict';
import { settled } from '../lib/browser.mjs';
import { commissionerBound, picture } from '../lib/stage.mjs';
import { fill, press, seen } from '../lib/phone.mjs';
import { until } from '../lib/until.mjs';

export default async function (system) {
  const who = `photo-${Date.now()}`;
  const { token, enterprises, names } = await commissionerBound(system, who, 'resident', 1);
  const phone = await system.phone(who);
  // 手机以为收照片；演示的县没有打开，服务器会说不收
  await phone.route('**/api/v1/field/visit-rules', async (route) => {
    const reply = await route.fetch();
    await route.fulfill({ response: reply, json: { ...(await reply.json()), photos: true } });
  });
  await phone.open('pages/field/visits');
  await settled(phone);
  await phone.open(`pages/field/visit?enterprise=${enterprises[0]}`);
  await seen(phone, names[0]);
  await seen(phone, '先存在手机里，走访送到后自动发送');

  await phone.context().setOffline(true);
  await fill(phone, '谈了什么', '离线带照片的走访（虚构）');
  const [chooser] = await Promise.all([phone.waitForEvent('filechooser'), press(phone, '拍照或选照片')]);
  await chooser.setFiles(picture());
  await seen(phone, /存在手机里$/);
  await system.shot(phone, 'journey-18-chosen');
  await press(phone, '保存');
  await phone.waitForURL(/pages\/field\/visits/);
  await seen(phone, /照片 1 张/);
  await system.shot(phone, 'journey-18-waiting');

  await phone.context().setOffline(false);
  await until('走访送到', async () =>
    (await system.api('GET', '/api/v1/visits?limit=100', { token })).items.some((it) => it.enterprise === enterprises[0]));
  await seen(phone, /走访已经送到；1 张照片没有收/);
  await system.axe(phone, '照片没有收');
  await system.shot(phone, 'journey-18-refused');
  await phone.getByRole('button', { name: /^不要没有收的照片/ }).filter({ visible: true }).click();
  await until('队列空了', async () => (await phone.getByText(/还没有送到（/).filter({ visible: true }).count()) === 0);
  assert.ok(await phone.getByText(names[0]).filter({ visible: true }).first().isVisible(), '走访在已送到里');
}
