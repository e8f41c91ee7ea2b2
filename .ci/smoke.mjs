// 像使用者一样走一遍：工作人员两步登录，企业人员在手机上登录、同意、绑定手机号。
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

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

// 看得到本县的政策，看不到西宁的
const policies = JSON.stringify(await call('GET', `${base}/api/v1/regions/371525/policies`));
if (!policies.includes('冠县') || policies.includes('西宁')) throw new Error(`政策不对：${policies}`);
const found = await call('GET', `${base}/api/v1/regions/371525/policy-search?${new URLSearchParams({ q: '政策通' })}`);
if (JSON.stringify(found).includes('西宁')) throw new Error('搜出了别的地区的政策');

// 一张小图片，像手机截图那样
function png(side) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    let crc = ~0;
    for (const byte of body) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length);
    body.copy(frame, 4);
    frame.writeUInt32BE(~crc >>> 0, body.length + 4);
    return frame;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side);
  head.writeUInt32BE(side, 4);
  head.set([8, 2], 8);
  const pixels = Buffer.alloc(side * (side * 3 + 1));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0)),
  ]);
}

// 企业的人上传证书影像、交证书，县局看过影像后核验通过
const company = mine.items[0].id;
const image = png(64);
const form = await call('POST', `${base}/api/v1/enterprises/${company}/certificate-files`, {
  token: me, expect: 201, body: { name: '证书.png', contentType: 'image/png', size: image.length },
});
const upload = new FormData();
for (const [name, value] of Object.entries(form.fields)) upload.append(name, value);
upload.append('file', new Blob([image]), '证书.png');
const sent = await fetch(form.url, { method: 'POST', body: upload });
if (sent.status !== 204) throw new Error(`上传应为 204，实际 ${sent.status} ${await sent.text()}`);
await call('POST', `${base}/api/v1/uploads/${form.file}/commitment`, { token: me, headers: { 'Idempotency-Key': 'smoke-upload-1' } });
const { card } = await call('POST', `${base}/api/v1/enterprises/${company}/certificates`, {
  token: me, expect: 201, headers: { 'Idempotency-Key': 'smoke-certificate-1' },
  body: { type: 'srdi_sme', level: 'PROVINCIAL', number: 'SMOKE-1', issuedOn: '2026-01-05', files: [form.file] },
});
const { version } = await call('GET', `${base}/api/v1/desk/certificates/${card.id}`, { token: county });
const link = await call('POST', `${base}/api/v1/desk/certificates/${card.id}/files/${form.file}/link`, { token: county });
const seen = await fetch(link.url);
if (seen.headers.get('content-type') !== 'image/png') throw new Error(`影像打不开：${seen.status}`);
await call('POST', `${base}/api/v1/desk/certificates/${card.id}/verification`, { token: county, expect: 204, body: { seenVersion: version } });
const certificates = await call('GET', `${base}/api/v1/enterprises/${company}/certificates`, { token: me });
if (certificates.items[0].statusName !== '已认定') throw new Error(`证书应已认定：${JSON.stringify(certificates)}`);

console.log('冒烟流程通过');
