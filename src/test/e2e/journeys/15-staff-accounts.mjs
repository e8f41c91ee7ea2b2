// 三员各管各的：系统管理员新建账号，本人首次登录改密码、绑定动态口令，安全管理员授岗位；换手机重置口令，离职停用，再启用。
import { totp } from '../../../../.ci/client.mjs';
import { choose, press, seen } from '../lib/desk.mjs';
import { newPhone } from '../lib/stage.mjs';
import { until } from '../lib/until.mjs';

const PASSWORD = 'Xugou-zhanghao-2026';

export default async function (system) {
  const login = `xugou${Date.now() % 10_000_000}`;
  const name = '虚构新人';
  const admin = await system.desk('sysadmin');
  await admin.open('/accounts');
  await press(admin, '新建账号');
  const form = admin.getByRole('dialog', { name: '新建账号' });
  await form.getByRole('textbox', { name: '登录名' }).fill(login);
  await form.getByRole('textbox', { name: '姓名' }).fill(name);
  await form.getByRole('textbox', { name: '手机号' }).fill(newPhone());
  await form.getByRole('button', { name: '新建', exact: true }).click();
  const first = await initialPassword(system, admin);

  const own = await system.desk();
  await own.open('/');
  let secret = await enrol(system, own, login, first);
  await own.waitForURL(/\/password/);
  await own.getByLabel('原密码').fill(first);
  await own.getByLabel('新密码', { exact: true }).fill(PASSWORD);
  await own.getByLabel('再填一次新密码').fill(PASSWORD);
  await own.getByRole('button', { name: '修改密码' }).click();
  await own.waitForURL((url) => !url.pathname.endsWith('/password'));
  await seen(own, '没有岗位');
  await system.axe(own, '还没有岗位');
  await system.shot(own, 'journey-15-no-role');

  const security = await system.desk('secadmin');
  await drawer(security, login, name);
  await choose(security, '岗位', '服务专员');
  await press(security, '授予');
  await seen(security, '已授予');
  await system.axe(security, '授予岗位');
  await deed(security, '重置动态口令', '重置动态口令');
  await seen(security, '还没绑定');
  await out(own);

  await own.open('/sign-in');
  secret = await enrol(system, own, login, PASSWORD);
  await own.waitForURL((url) => !url.pathname.endsWith('/sign-in'));

  await drawer(admin, login, name);
  await deed(admin, '重置密码', '重置密码');
  const second = await initialPassword(system, admin);
  await out(own);

  await drawer(admin, login, name);
  await deed(admin, '停用账号', '停用');
  await seen(admin, '已停用');
  await system.shot(admin, 'journey-15-disabled');
  await own.open('/sign-in');
  await password(own, login, second);
  await own.getByRole('alert').first().waitFor();

  await deed(admin, '启用账号', '启用');
  await seen(admin, '在用');
  await own.open('/sign-in');
  await password(own, login, second);
  await own.getByRole('textbox', { name: '动态口令' }).fill(totp(secret, Date.now() + 30_000));
  await own.getByRole('button', { name: /登录/ }).click();
  await own.waitForURL(/\/password/);

  // 审计管理员核对这些事留下的记录：一段一段核对到底
  const auditor = await system.desk('audadmin');
  await auditor.open('/audit/chain');
  await press(auditor, '开始核对');
  await seen(auditor, /^完好：/);
  await seen(auditor, '这次的检查点');
  await system.axe(auditor, '核对完的审计链');
  await system.shot(auditor, 'journey-15-chain');
}

async function initialPassword(system, desk) {
  const dialog = desk.getByRole('dialog', { name: '初始密码（只显示这一次）' });
  const text = await dialog.locator('code').textContent();
  await system.axe(desk, '初始密码');
  await dialog.getByRole('button', { name: '已告诉本人，关闭' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return text.trim();
}

async function password(desk, login, text) {
  await desk.getByLabel('登录名').fill(login);
  await desk.getByLabel('密码').fill(text);
  await press(desk, '下一步');
}

async function enrol(system, desk, login, text) {
  await password(desk, login, text);
  const secret = (await desk.locator('.secret code').textContent()).replace(/\s/g, '');
  await system.axe(desk, '绑定动态口令');
  await desk.getByRole('textbox', { name: '动态口令' }).fill(totp(secret, Date.now()));
  await desk.getByRole('button', { name: /登录/ }).click();
  return secret;
}

async function drawer(desk, login, name) {
  await desk.open('/accounts');
  const row = desk.locator('tbody tr').filter({ hasText: login });
  await until('账号在列表里', async () => {
    if (await row.isVisible()) return true;
    const more = desk.getByRole('button', { name: /更多/ });
    if (await more.isVisible()) await more.click();
    return false;
  });
  await row.getByRole('button', { name }).click();
  await desk.getByRole('dialog', { name }).waitFor();
}

async function deed(desk, title, action) {
  await press(desk, title);
  const dialog = desk.getByRole('dialog', { name: title });
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

// 会话已经没有了：下一次点开就回到登录页
async function out(desk) {
  await until('原来的登录失效', async () => {
    await desk.reload();
    return /sign-in/.test(desk.url()) || (await desk.getByLabel('登录名').isVisible());
  });
}
