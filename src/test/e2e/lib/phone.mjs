// 手机页面上的手：按看得见的字找控件。
import assert from 'node:assert/strict';

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export const button = (page, name) => page.getByRole('button', { name, exact: true }).filter({ visible: true });
export const heading = (page, text) => page.getByText(text, { exact: true }).filter({ visible: true }).first();

export async function press(page, name) {
  await button(page, name).first().click();
}

export async function fill(page, label, value) {
  await page.locator(`input[aria-label^="${label}"], textarea[aria-label^="${label}"]`).filter({ visible: true }).first().fill(value);
}

export async function pick(page, label, option) {
  await page.getByRole('button', { name: new RegExp(`^${escaped(label)}[^：]*：`) }).filter({ visible: true }).first().click();
  const dialog = page.getByRole('dialog', { name: label, exact: true });
  const search = dialog.getByLabel(`查找${label}`).locator('input');
  if (await search.isVisible()) await search.fill(option);
  await dialog.getByRole('radio', { name: option }).first().click();
  await dialog.waitFor({ state: 'detached' });
}

// 登录页：没有登录的先微信登录，再逐份同意、绑定手机号
export async function enter(page, phone) {
  await page.waitForURL(/pages\/welcome\/index/);
  const consents = page.getByText('先看看怎么用您的信息');
  await button(page, '微信登录').or(consents).first().waitFor();
  if (!(await consents.isVisible())) await press(page, '微信登录');
  await consents.waitFor();
  for (const box of await page.getByRole('checkbox').filter({ visible: true }).all()) await box.click();
  await press(page, '同意并继续');
  await fill(page, '手机号', phone);
  await press(page, '绑定手机号');
  await page.waitForURL((url) => !url.hash.includes('pages/welcome'));
}

export async function seen(page, text) {
  await page.getByText(text).filter({ visible: true }).first().waitFor();
}

export async function gone(page, text) {
  assert.equal(await page.getByText(text).filter({ visible: true }).count(), 0, `不该有“${text}”`);
}

// 提示框里选一个，框随即收起
export async function decide(page, action) {
  const box = page.getByRole('alertdialog').filter({ visible: true });
  await box.getByRole('button', { name: action, exact: true }).click();
  await box.waitFor({ state: 'detached' });
}
