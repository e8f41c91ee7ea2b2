// 像使用者一样走一遍：工作人员两步登录，企业人员在手机上登录、同意、绑定手机号。
import { call, commissioner as signInCommissioner, person as signInPerson, registrationOf, staff as signInStaff, uscc } from './client.mjs';
import { deflateSync } from 'node:zlib';

const [base, sim, accounts] = process.argv.slice(2);

const staff = (login) => signInStaff(base, accounts, login);
const person = (phone) => signInPerson(base, sim, phone);

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

// 像小程序那样传一个文件：申请表单、传、提交；返回文件编号
async function upload(forms, token, name) {
  const image = png(64);
  const form = await call('POST', `${base}${forms}`, {
    token, expect: 201, body: { name, contentType: 'image/png', size: image.length },
  });
  const body = new FormData();
  for (const [field, value] of Object.entries(form.fields)) body.append(field, value);
  body.append('file', new Blob([image]), name);
  const sent = await fetch(form.url, { method: 'POST', body });
  if (sent.status !== 204) throw new Error(`上传应为 204，实际 ${sent.status} ${await sent.text()}`);
  await call('POST', `${base}/api/v1/uploads/${form.file}/commitment`, { token, headers: { 'Idempotency-Key': `smoke-${form.file}` } });
  return form.file;
}

async function until(what, done) {
  for (let tries = 0; !(await done()); tries++) {
    if (tries === 60) throw new Error(`等了 30 秒，${what}还没有等到`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
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
await call('GET', `${base}/api/v1/desk/me`, { token: me, expect: 403 });

// 企业的人登记，名录里没有，由清泉街道核实；崇文街道看不到
const code = uscc('91371525MA9000001');
await call('POST', `${base}/api/v1/registrations/check`, { token: me, body: { uscc: code } });
const registration = await call('POST', `${base}/api/v1/registrations`, {
  token: me,
  headers: { 'Idempotency-Key': 'smoke-registration-1' },
  expect: 201,
  body: registrationOf(code, '冠县虚构冒烟轴承有限公司', '虚构联系人', '13900009999'),
});
if (registration.result !== 'PENDING' || !registration.licenceRequired) throw new Error(`应待核实并要执照照片，实际 ${JSON.stringify(registration)}`);
const qingquan = await staff('qingquan');
const chongwen = await staff('chongwen');
await call('GET', `${base}/api/v1/desk/registrations/${registration.registration}`, { token: chongwen, expect: 404 });
const deskRegistration = `${base}/api/v1/desk/registrations/${registration.registration}`;
await call('POST', `${deskRegistration}/acceptance`, { token: qingquan, body: { memberProof: 'LICENCE' }, expect: 409 });
const licence = await upload(`/api/v1/registrations/${registration.registration}/licence-files`, me, '营业执照.png');
await call('PUT', `${base}/api/v1/registrations/${registration.registration}/licence`, { token: me, body: { file: licence }, expect: 204 });
await call('POST', `${deskRegistration}/licence/link`, { token: qingquan });
await call('POST', `${deskRegistration}/acceptance`, { token: qingquan, body: { memberProof: 'LICENCE' } });
const mine = await call('GET', `${base}/api/v1/enterprises/mine`, { token: me });
if (mine.items.length !== 1) throw new Error(`应有一家企业，实际 ${JSON.stringify(mine)}`);

// 县局指派专员；专员在手机上记一次走访，送两遍，只有一件诉求；企业看得到走访
const enterprise = mine.items[0].id;
const { round } = await call('POST', `${base}/api/v1/desk/assignment-rounds`, {
  token: county, expect: 201, body: { county: '371525', name: '冒烟轮次', document: '冒烟流程', startsOn: '2026-01-01' },
});
const commissioners = await call('GET', `${base}/api/v1/desk/commissioners?county=371525`, { token: county });
const assigned = commissioners.items.find((it) => it.loginName === 'commissioner');
await call('POST', `${base}/api/v1/desk/assignment-rounds/${round}/assignments`, {
  token: county, expect: 201, body: { enterprise, staff: assigned.id, kind: 'SERVICE_COMMISSIONER', sentBy: 'gxj' },
});
const field = await signInCommissioner(base, sim, accounts, 'commissioner', '13900009998');
const visit = {
  revision: 1, enterprise, visitedAt: new Date().toISOString(), kind: 'ON_SITE', said: '冒烟走访',
  problems: [{ id: '00000000-0000-4000-8000-000000000001', category: 'funding', title: '流动资金紧张', content: '希望协调银行' }],
};
const visitUrl = `${base}/api/v1/visits/00000000-0000-4000-8000-000000000002`;
const first = await call('PUT', visitUrl, { token: field, body: visit, expect: 201 });
const again = await call('PUT', visitUrl, { token: field, body: visit });
if (JSON.stringify(first) !== JSON.stringify(again)) throw new Error('同一条走访送两遍，回答不同');
await call('GET', `${base}/api/v1/desk/tickets/${first.tickets[0].ticket}`, { token: county });
const visits = await call('GET', `${base}/api/v1/enterprises/${enterprise}/visits`, { token: me });
if (visits.items.length !== 1) throw new Error(`应有一次走访，实际 ${JSON.stringify(visits)}`);

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

// 企业的人上传证书影像、交证书，县局看过影像后核验通过
const company = mine.items[0].id;
const image = await upload(`/api/v1/enterprises/${company}/certificate-files`, me, '证书.png');
const { card } = await call('POST', `${base}/api/v1/enterprises/${company}/certificates`, {
  token: me, expect: 201, headers: { 'Idempotency-Key': 'smoke-certificate-1' },
  body: { type: 'srdi_sme', level: 'PROVINCIAL', number: 'SMOKE-1', issuedOn: '2026-01-05', files: [image] },
});
const { version } = await call('GET', `${base}/api/v1/desk/certificates/${card.id}`, { token: county });
const link = await call('POST', `${base}/api/v1/desk/certificates/${card.id}/files/${image}/link`, { token: county });
const seen = await fetch(link.url);
if (seen.headers.get('content-type') !== 'image/png') throw new Error(`影像打不开：${seen.status}`);
await call('POST', `${base}/api/v1/desk/certificates/${card.id}/verification`, { token: county, expect: 204, body: { seenVersion: version } });
const certificates = await call('GET', `${base}/api/v1/enterprises/${company}/certificates`, { token: me });
if (certificates.items[0].statusName !== '已认定') throw new Error(`证书应已认定：${JSON.stringify(certificates)}`);

// 在弹窗里同意订阅之后，县局发一条新政策：收件箱里一条，微信里正好一条
const openid = `o13900009999`.padEnd(28, 'x');
const { templates } = await call('GET', `${base}/api/v1/me/subscriptions`, { token: me });
const template = templates.find((it) => it.name === 'policy').templateId;
await call('POST', `${sim}/_sim/subscriptions/popup`, { body: { openid, results: [{ templateId: template, status: 'accept' }] } });
await call('POST', `${base}/api/v1/me/subscriptions`, {
  token: me, headers: { 'Idempotency-Key': 'smoke-subscription-1' }, body: { answers: [{ templateId: template, answer: 'ACCEPT' }] },
});
const draft = await call('POST', `${base}/api/v1/desk/policies`, {
  token: county, expect: 201, headers: { 'Idempotency-Key': 'smoke-policy-1' },
  body: {
    region: '371525',
    content: {
      particulars: { kind: 'NOTICE', shortTitle: '冒烟补助通知（虚构）', applyUntil: '2099-12-31' },
      audience: { regions: ['371525001'] },
      text: '## 一、标准\n每家十万元（虚构）。',
    },
  },
});
const signer = await staff('signer');
await call('POST', `${base}/api/v1/desk/policies/${draft.id}/submission`, { token: county, body: {}, expect: 204 });
const { version: seenVersion } = await call('GET', `${base}/api/v1/desk/policies/${draft.id}`, { token: signer });
await call('POST', `${base}/api/v1/desk/policies/${draft.id}/publication`, { token: signer, body: { seenVersion }, expect: 204 });
const reach = `${base}/api/v1/desk/policies/${draft.id}/reach`;
await until('政策通知逐人有了结果', async () => (await call('GET', reach, { token: county })).messages?.settledAt);
const told = (await call('GET', `${base}/api/v1/me/inbox`, { token: me })).items.filter((it) => it.title.includes('冒烟补助通知'));
const pushed = (await call('GET', `${sim}/_sim/messages?openid=${openid}`)).filter((it) => it.templateId === template);
if (told.length !== 1 || pushed.length !== 1) throw new Error(`应各有一条，实际 ${JSON.stringify(told)} ${JSON.stringify(pushed)}`);

// 企业提诉求，一步一步办到企业确认、销号，每一步企业都看得到
const { id: ticket } = await call('POST', `${base}/api/v1/enterprises/${company}/tickets`, {
  token: me, expect: 201, headers: { 'Idempotency-Key': 'smoke-ticket-1' },
  body: { category: 'labour-energy', title: '冒烟：频繁停电', content: '（虚构）希望增容。' },
});
const handler = await staff('handler');
const deskTicket = `${base}/api/v1/desk/tickets/${ticket}`;
await call('POST', `${deskTicket}/dispatch`, { token: county, body: { office: 'gxj' }, expect: 204 });
await call('POST', `${deskTicket}/acceptance`, { token: handler, body: {}, expect: 204 });
await call('POST', `${deskTicket}/answer`, { token: handler, body: { text: '已增容。', evidence: '现场单1号（虚构）' }, expect: 204 });
await call('POST', `${base}/api/v1/tickets/${ticket}/confirmation`, { token: me, body: {}, headers: { 'Idempotency-Key': 'smoke-ticket-2' } });
const track = await call('GET', `${base}/api/v1/tickets/${ticket}`, { token: me });
const hops = track.hops.map((it) => it.action).join(' ');
if (hops !== 'RAISE DISPATCH ACCEPT ANSWER CONFIRM' || !track.closedAt) throw new Error(`应已销号，五步都看得到：${JSON.stringify(track)}`);

console.log('冒烟流程通过');
