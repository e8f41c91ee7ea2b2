// 像使用者一样调用企航：工作人员两步登录，企业的人在手机上登录、同意、绑定手机号。
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

async function send(method, url, { body, token, headers }) {
  const reply = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: reply.status, text: await reply.text() };
}

export async function call(method, url, { expect = 200, ...request } = {}) {
  const { status, text } = await send(method, url, request);
  if (status !== expect) throw new Error(`${method} ${url}: ${status}，应为 ${expect}\n${text}`);
  return text ? JSON.parse(text) : null;
}

// 某一刻的动态口令
export function totp(secret, at) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const code = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(code % 1000000).padStart(6, '0');
}

// 演示账号清单里的密码和动态口令密钥
export function credentials(accounts, login) {
  const line = readFileSync(accounts, 'utf8').split('\n').find((it) => it.startsWith(`${login} `));
  const [, password, uri] = line.split(' ');
  return { password, secret: /secret=([A-Z2-7]+)/.exec(uri)[1] };
}

// 动态口令一次一用，允许前后各一步：先用下一步的，被用过了就等到新的一步
export async function staff(base, accounts, login) {
  const { password, secret } = credentials(accounts, login);
  for (let attempt = 1; ; attempt++) {
    const { challenge } = await call('POST', `${base}/api/v1/desk/sign-in/password`, { body: { loginName: login, password } });
    const body = { challenge, code: totp(secret, Date.now() + 30000) };
    const { status, text } = await send('POST', `${base}/api/v1/desk/sign-in/second-factor`, { body });
    if (status === 200) return JSON.parse(text).token;
    if (status !== 401 || attempt === 3) throw new Error(`${login} 不能登录：${status}\n${text}`);
    await sleep(30000 - (Date.now() % 30000));
  }
}

export async function person(base, sim, phone) {
  const openid = `o${phone}`.padEnd(28, 'x');
  await call('POST', `${sim}/_sim/users`, { body: { openid, phone } });
  const { code } = await call('POST', `${sim}/_sim/login-codes`, { body: { openid } });
  const { token } = await call('POST', `${base}/api/v1/sign-in`, { body: { code } });
  for (const text of await call('GET', `${base}/api/v1/consents/current`)) {
    await call('POST', `${base}/api/v1/me/consents`, { token, body: { document: text.document, version: text.version }, expect: 204 });
  }
  const phoneCode = await call('POST', `${sim}/_sim/phone-codes`, { body: { openid } });
  await call('POST', `${base}/api/v1/me/phone`, { token, body: { code: phoneCode.code } });
  return token;
}

// 服务专员：在手机上绑定工作账号
export async function commissioner(base, sim, accounts, login, phone) {
  const { password, secret } = credentials(accounts, login);
  const token = await person(base, sim, phone);
  const body = { loginName: login, password, code: totp(secret, Date.now() + 30000) };
  await call('POST', `${base}/api/v1/me/staff-binding`, { token, body, expect: 204 });
  return token;
}

// GB 32100-2015 的校验位
export function uscc(first17) {
  const digits = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...first17].reduce((total, c, i) => total + digits.indexOf(c) * (3 ** i % 31), 0);
  return first17 + digits[(31 - (sum % 31)) % 31];
}

// 一家虚构企业的登记表
export function registrationOf(code, name, contactName, contactPhone) {
  return {
    uscc: code, name, registeredUnit: '371525001', operatingUnit: '371525001',
    countsAt: 'OPERATING', industry: 'C34', contactName, contactPhone, role: 'FINANCE',
  };
}
