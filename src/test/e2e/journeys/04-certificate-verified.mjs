// 传一张证书，县局在控制台对着影像核验通过，企业看到有效。
import { press as click, seen as said } from '../lib/desk.mjs';
import { fill, pick, press, seen } from '../lib/phone.mjs';
import { member, picture } from '../lib/stage.mjs';
import { until } from '../lib/until.mjs';

export default async function (system) {
  const who = `certificate-${Date.now()}`;
  const { token, enterprise, name } = await member(system, who);
  const phone = await system.phone(who);
  await phone.open('pages/certificate/form');
  await pick(phone, '种类', '高新技术企业');
  await fill(phone, '证书编号', 'GR-虚构-0001');
  await fill(phone, '发证日期', '2026-11-02');
  const [chooser] = await Promise.all([phone.waitForEvent('filechooser'), press(phone, '拍照或选照片')]);
  await chooser.setFiles(picture());
  await seen(phone, /^已上传/);
  await system.axe(phone, '交证书');
  await press(phone, '提交');
  const certificate = await until('证书交上去', async () =>
    (await system.api('GET', `/api/v1/enterprises/${enterprise}/certificates`, { token })).items[0]);

  const desk = await system.desk('county');
  await desk.open(`/certificates/${certificate.id}`);
  await said(desk, name);
  await system.axe(desk, '核验证书');
  await desk.locator('img').first().waitFor();
  await system.shot(desk, 'journey-04-side-by-side');
  await click(desk, '核验通过');
  await until('核验通过', async () =>
    (await system.api('GET', `/api/v1/certificates/${certificate.id}`, { token })).card.status === 'VERIFIED');
  await phone.open(`pages/certificate/show?id=${certificate.id}`);
  await seen(phone, /有效/);
  await system.axe(phone, '证书');
}
