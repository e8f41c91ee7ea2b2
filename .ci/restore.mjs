// 备份之前办下的事，恢复之后要都在。
import { createHash, createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 as crc, deflateSync } from 'node:zlib';
import { call, person, registrationOf, staff, uscc } from './client.mjs';

const [phase, base, sim, kept] = process.argv.slice(2);
const notes = join(kept ?? '.', 'acknowledged.json');
const phone = '13900009998';

function same(what, actual, expected) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${what}：${JSON.stringify(actual)}，应为 ${JSON.stringify(expected)}`);
  }
}

// 一张小图
function png(side) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.concat(Array.from({ length: side }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: side * 3 }, (_, x) => (x * 7 + y * 13) % 256)])));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0)),
  ]);
}

// 签名的下载链接，与应用给手机的一样
function link(url, { access, secret, region = 'us-east-1' }) {
  const at = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`;
  const { host, origin, pathname } = new URL(url);
  const query = [
    ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'], ['X-Amz-Credential', `${access}/${scope}`], ['X-Amz-Date', at],
    ['X-Amz-Expires', '300'], ['X-Amz-SignedHeaders', 'host'],
  ].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  const request = ['GET', pathname, query, `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const digest = createHash('sha256').update(request).digest('hex');
  const key = [at.slice(0, 8), region, 's3', 'aws4_request'].reduce(
    (signing, part) => createHmac('sha256', signing).update(part).digest(), `AWS4${secret}`);
  const signature = createHmac('sha256', key).update(['AWS4-HMAC-SHA256', at, scope, digest].join('\n')).digest('hex');
  return `${origin}${pathname}?${query}&X-Amz-Signature=${signature}`;
}

if (phase === 'link') {
  console.log(link(base, { access: process.env.RCLONE_CONFIG_STORE_ACCESS_KEY_ID, secret: process.env.RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY }));
}

if (phase === 'before') {
  const token = await person(base, sim, phone);
  const code = uscc('91371525MA9000002');
  const made = await call('POST', `${base}/api/v1/registrations`, {
    token,
    headers: { 'Idempotency-Key': 'restore-registration-1' },
    expect: 201,
    body: registrationOf(code, '冠县虚构留存轴承有限公司', '虚构留存联系人', phone),
  });
  writeFileSync(join(kept, 'person'), (await call('GET', `${base}/api/v1/me`, { token })).id);
  writeFileSync(notes, JSON.stringify({ token, code, registration: made.registration }), { mode: 0o600 });
  writeFileSync(join(kept, 'licence.png'), png(64));
}

if (phase === 'commit') {
  const { token } = JSON.parse(readFileSync(notes, 'utf8'));
  await call('POST', `${base}/api/v1/uploads/00000000-0000-7000-8000-000000000002/commitment`, {
    token,
    headers: { 'Idempotency-Key': 'restore-commitment-1' },
  });
}

if (phase === 'after') {
  const accounts = join(kept, 'demo-accounts.txt');
  const { code, registration } = JSON.parse(readFileSync(notes, 'utf8'));
  const qingquan = await staff(base, accounts, 'qingquan');
  const found = JSON.stringify(await call('GET', `${base}/api/v1/desk/registrations/${registration}`, { token: qingquan }));
  for (const word of [code, '冠县虚构留存轴承有限公司', '虚构留存联系人']) {
    if (!found.includes(word)) throw new Error(`登记里没有“${word}”：${found}`);
  }

  const auditor = await staff(base, accounts, 'audadmin');
  const [seq, chain] = readFileSync(join(kept, 'checkpoint'), 'utf8').trim().split(' ');
  let verdict;
  do {
    const from = verdict ? { fromSeq: verdict.sealed, fromChain: verdict.head } : {};
    verdict = await call('GET', `${base}/api/v1/desk/audit/chain?${new URLSearchParams({ seq, chain, ...from })}`, { token: auditor });
  } while (verdict.more);
  same('审计链', verdict.finding ?? null, null);
  if (verdict.sealed < Number(seq)) throw new Error(`审计链只有 ${verdict.sealed} 条，备份时已有 ${seq} 条`);

  const [from, until] = [-1, 1].map((days) => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10));
  const events = await call('GET', `${base}/api/v1/desk/audit/events?${new URLSearchParams({ from, until, limit: 100 })}`, { token: auditor });
  const addresses = new Set(events.items.map((it) => it.sourceAddress));
  if (!addresses.has('127.0.0.9') || addresses.has('10.9.9.9')) {
    throw new Error(`审计里的访问者地址不对：${[...addresses]}`);
  }
}
