// 控制台页面上的手：按看得见的字找控件。
export async function press(page, name) {
  await page.getByRole('button', { name }).filter({ visible: true }).first().click();
}

// 对话框里的按钮，按过之后对话框关上；要写字的先写
export async function answer(page, title, action, text) {
  const dialog = page.getByRole('dialog', { name: title });
  if (text) await dialog.getByRole('textbox').first().fill(text);
  await dialog.getByRole('button', { name: action }).last().click();
  await dialog.waitFor({ state: 'hidden' });
}

// 上一个列表还没收起时会盖住下面的格子，所以等它收完；列表还在展开时会移动，点中了旁边的就再选一次
export async function choose(page, label, option) {
  const box = page.getByRole('combobox', { name: label }).filter({ visible: true }).first();
  const field = page.locator('.el-select__wrapper').filter({ has: page.getByRole('combobox', { name: label }) }).filter({ visible: true }).first();
  const options = page.getByRole('option').filter({ visible: true });
  for (let go = 0; go < 3; go++) {
    await options.first().waitFor({ state: 'hidden', timeout: 3000 }).catch(() => page.keyboard.press('Tab'));
    await field.click();
    await box.pressSequentially(option);
    await page.getByRole('option', { name: option }).filter({ visible: true }).first().click();
    const done = await field.getByText(option).first().waitFor({ timeout: 2000 }).then(() => true, () => false);
    if (done) return;
  }
  throw new Error(`“${label}”没有选上“${option}”`);
}

export async function seen(page, text) {
  await page.getByText(text).filter({ visible: true }).first().waitFor();
}
