// 像使用者一样走一遍：工作人员两步登录，企业人员在手机上登录、同意、绑定手机号。
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [base, sim, accounts] = process.argv.slice(2);

async function call(method, url, { body, token, headers, expect = 200 } = {}) {
  const reply = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await reply.text();
  if (reply.status !== expect) throw new Error(`${method} ${url}: ${reply.status}，应为 ${expect}\n${text}`);
  return text ? JSON.parse(text) : null;
}

function totp(secret, at = Date.now()) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const code = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(code % 1000000).padStart(6, '0');
}

async function staff(login) {
  const line = readFileSync(accounts, 'utf8').split('\n').find((it) => it.startsWith(`${login} `));
  const [, password, uri] = line.split(' ');
  const secret = /secret=([A-Z2-7]+)/.exec(uri)[1];
  const { challenge } = await call('POST', `${base}/api/v1/desk/sign-in/password`, { body: { loginName: login, password } });
  // 首次启动时用过当前一步的口令，一次一用，所以用下一步的（允许前后各一步）
  const code = totp(secret, Date.now() + 30000);
  return (await call('POST', `${base}/api/v1/desk/sign-in/second-factor`, { body: { challenge, code } })).token;
}

async function person(phone) {
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

await call('GET', `${base}/api/v1/nothing`, { expect: 404 });
await call('GET', `${base}/api/v1/desk/me`, { expect: 401 });
const county = await staff('county');
await call('GET', `${base}/api/v1/desk/me`, { token: county });
await call('GET', `${base}/api/v1/desk/accounts?county=371525`, { token: county, expect: 403 });
const auditor = await staff('audadmin');
await call('GET', `${base}/api/v1/desk/audit/chain`, { token: auditor });
const me = await person('13900009999');
await call('GET', `${base}/api/v1/me`, { token: me });
await call('GET', `${base}/api/v1/desk/me`, { token: me, expect: 401 });

// GB 32100-2015 的校验位
function uscc(first17) {
  const digits = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...first17].reduce((total, c, i) => total + digits.indexOf(c) * (3 ** i % 31), 0);
  return first17 + digits[(31 - (sum % 31)) % 31];
}

// 企业的人登记，名录里没有，由清泉街道核实；崇文街道看不到
const code = uscc('91371525MA0000001');
await call('POST', `${base}/api/v1/registrations/check`, { token: me, body: { uscc: code } });
const registration = await call('POST', `${base}/api/v1/registrations`, {
  token: me,
  headers: { 'Idempotency-Key': 'smoke-registration-1' },
  expect: 201,
  body: {
    uscc: code, name: '冠县虚构冒烟轴承有限公司', registeredUnit: '371525001', operatingUnit: '371525001',
    countsAt: 'OPERATING', industry: 'C34', contactName: '虚构联系人', contactPhone: '13900009999', role: 'FINANCE',
  },
});
if (registration.result !== 'PENDING') throw new Error(`应待核实，实际 ${JSON.stringify(registration)}`);
const qingquan = await staff('qingquan');
const chongwen = await staff('chongwen');
await call('GET', `${base}/api/v1/desk/registrations/${registration.registration}`, { token: chongwen, expect: 404 });
await call('POST', `${base}/api/v1/desk/registrations/${registration.registration}/acceptance`, { token: qingquan, body: { memberProof: 'LICENCE' } });
const mine = await call('GET', `${base}/api/v1/enterprises/mine`, { token: me });
if (mine.items.length !== 1) throw new Error(`应有一家企业，实际 ${JSON.stringify(mine)}`);

// 年度计划（演示）把它计入清泉街道，点开是它的名字
const demo = (await call('GET', `${base}/api/v1/desk/plans`, { token: county })).find((it) => it.statusName === '演示');
if (!demo) throw new Error('没有演示的年度计划');
const plan = await call('GET', `${base}/api/v1/desk/plans/${demo.year}`, { token: county });
const platform = plan.items.find((it) => it.key === 'platform_registration');
const cell = platform.cells.find((it) => it.unit === '371525001');
if (plan.items.length !== 19 || plan.units.length !== 19 || !(cell.done >= 1)) throw new Error(`计划不对：${JSON.stringify(platform)}`);
const counted = await call('GET', `${base}/api/v1/desk/plans/${demo.year}/items/${platform.no}/units/371525001/members?limit=100&asOf=${plan.asOf}`, { token: county });
if (counted.items.length !== cell.done || !counted.items.some((it) => it.name === '冠县虚构冒烟轴承有限公司')) throw new Error(`名单不对：${JSON.stringify(counted)}`);

// 看得到本县的政策，看不到西宁的
const policies = JSON.stringify(await call('GET', `${base}/api/v1/regions/371525/policies`));
if (!policies.includes('冠县') || policies.includes('西宁')) throw new Error(`政策不对：${policies}`);
const found = await call('GET', `${base}/api/v1/regions/371525/policy-search?${new URLSearchParams({ q: '政策通' })}`);
if (JSON.stringify(found).includes('西宁')) throw new Error('搜出了别的地区的政策');

console.log('冒烟流程通过');
