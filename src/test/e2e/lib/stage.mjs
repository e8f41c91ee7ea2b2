// 铺垫：要走的那一步之前的事，直接调接口办好。
import { readFileSync } from 'node:fs';
import { credentials, registrationOf, totp, uscc } from '../../../../.ci/client.mjs';
import { answer, press as click, seen as said } from './desk.mjs';
import { until } from './until.mjs';

let number = Number(String(Date.now()).slice(-7));
const next = () => ++number;

// 一家没有登记过的虚构企业
export function newFirm() {
  const no = next();
  return { code: uscc(`91371525MA${String(no).padStart(7, '0').slice(-7)}`), name: `冠县虚构${no}号轴承有限公司` };
}

export const newPhone = () => `1390000${String(next() % 10000).padStart(4, '0')}`;

// 一位已确认的企业管理员，和这家企业；清泉街道当面确认
export async function member(system, who) {
  const token = await system.ready(who, newPhone());
  const { code, name } = newFirm();
  const made = await system.api('POST', '/api/v1/registrations', {
    token, expect: 201, headers: { 'Idempotency-Key': `e2e-${code}` }, body: registrationOf(code, name, '虚构联系人', newPhone()),
  });
  await system.api('POST', `/api/v1/desk/registrations/${made.registration}/acceptance`, { as: 'qingquan', body: { memberProof: 'OFFICER' } });
  const { items } = await system.api('GET', '/api/v1/enterprises/mine', { token });
  return { token, enterprise: items[0].id, name, code };
}

// 同一家企业里的第二个人，企业管理员已同意
export async function colleague(system, who, { code, name, enterprise, token: manager }) {
  const token = await system.ready(who, newPhone());
  await system.api('POST', '/api/v1/registrations', {
    token, expect: 201, headers: { 'Idempotency-Key': `e2e-${who}` }, body: registrationOf(code, name, '虚构同事', newPhone()),
  });
  const members = await system.api('GET', `/api/v1/enterprises/${enterprise}/members`, { token: manager });
  const waiting = members.find((it) => !it.manager);
  await system.api('POST', `/api/v1/enterprises/${enterprise}/members/${waiting.membership}/approval`, { token: manager, expect: 204 });
  return token;
}

// 一张像证书照片的图
export const picture = () => ({ name: '证书.png', mimeType: 'image/png', buffer: readFileSync(new URL('./certificate.png', import.meta.url)) });

// 交了一张证书，等县局核验
export async function certificateOf(system, { token, enterprise }) {
  const { name, mimeType, buffer } = picture();
  const form = await system.api('POST', `/api/v1/enterprises/${enterprise}/certificate-files`, {
    token, expect: 201, body: { name, contentType: mimeType, size: buffer.length },
  });
  const body = new FormData();
  for (const [field, value] of Object.entries(form.fields)) body.append(field, value);
  body.append('file', new Blob([buffer], { type: mimeType }), name);
  const sent = await fetch(form.url, { method: 'POST', body });
  if (!sent.ok) throw new Error(`证书影像没有传成：${sent.status}`);
  const keyed = (key) => ({ token, headers: { 'Idempotency-Key': `${key}-${form.file}` } });
  await system.api('POST', `/api/v1/uploads/${form.file}/commitment`, keyed('commit'));
  return system.api('POST', `/api/v1/enterprises/${enterprise}/certificates`, {
    ...keyed('submit'), expect: 201,
    body: { type: 'srdi_sme', level: 'PROVINCIAL', number: 'GR-虚构-0002', issuedOn: '2026-11-02', files: [form.file] },
  });
}

// 一部绑定了专员账号的手机，和由他帮包的几家企业
export async function commissionerBound(system, who, login, count) {
  const token = await system.ready(who, newPhone());
  const { password, secret } = credentials(system.accounts, login);
  const body = { loginName: login, password, code: totp(secret, Date.now() + 30000) };
  await system.api('POST', '/api/v1/me/staff-binding', { token, expect: 204, body });
  const { items: commissioners } = await system.api('GET', '/api/v1/desk/commissioners?county=371525', { as: 'county' });
  const staff = commissioners.find((it) => it.loginName === login).id;
  const { round } = await system.api('POST', '/api/v1/desk/assignment-rounds', {
    as: 'county', expect: 201, body: { county: '371525', name: `流程轮次${next()}`, document: '虚构文件', startsOn: '2026-01-01' },
  });
  const enterprises = [];
  const names = [];
  for (let i = 0; i < count; i++) {
    const { enterprise, name } = await member(system, `${who}-firm-${i}`);
    await system.api('POST', `/api/v1/desk/assignment-rounds/${round}/assignments`, {
      as: 'county', expect: 201, body: { enterprise, staff, kind: 'SERVICE_COMMISSIONER', sentBy: 'gxj' },
    });
    enterprises.push(enterprise);
    names.push(name);
  }
  return { token, enterprises, names };
}

// 起草的人提交，另一位签发，政策就发布了
export async function publish(system, policy) {
  const path = `/api/v1/desk/policies/${policy}`;
  await system.api('POST', `${path}/submission`, { as: 'county', expect: 204 });
  const { version: seenVersion } = await system.api('GET', path, { as: 'signer' });
  await system.api('POST', `${path}/publication`, { as: 'signer', expect: 204, body: { seenVersion } });
}

// 在页面上：县局提交，另一位打开、签发；返回签发人的页面
export async function signOff(system, desk, shot) {
  await until('可以提交', () => desk.getByRole('button', { name: '提交签发' }).first().isEnabled());
  await click(desk, '提交签发');
  await answer(desk, '提交签发', '提交');
  await said(desk, '自己提交的不能自己签发');
  const signer = await system.desk('signer');
  await signer.open(new URL(desk.url()).pathname.replace('/console', '').replace('/edit', ''));
  await said(signer, '请看过内容和发给谁');
  await said(signer, /能收到/);
  if (shot) await system.shot(signer, shot);
  await click(signer, '签发');
  await answer(signer, '签发政策', '签发');
  await said(signer, '触达情况');
  return signer;
}
