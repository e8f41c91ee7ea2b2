// 已经启动的演示系统：谁在手机上、谁在控制台上。
import { existsSync } from 'node:fs';
import { call, staff as signInStaff } from '../../../../.ci/client.mjs';
import { axe, deskPage, phonePage } from './browser.mjs';

export class System {
  #tokens = new Map();
  #open = [];

  constructor(browser, { base, sim, accounts }) {
    if (!existsSync(accounts)) throw new Error(`没有演示账号清单 ${accounts}`);
    this.browser = browser;
    this.base = base;
    this.sim = sim;
    this.accounts = accounts;
    this.faults = [];
  }

  // 同一个账号只登录一次：动态口令一次一用，再登录会让前面的退出
  token(login) {
    if (!this.#tokens.has(login)) this.#tokens.set(login, signInStaff(this.base, this.accounts, login));
    return this.#tokens.get(login);
  }

  #kept(page) {
    this.#open.push(page);
    return page;
  }

  async phone(who) {
    return this.#kept(await phonePage(this.browser, this.base, who, this.faults));
  }

  async desk(login) {
    return this.#kept(await deskPage(this.browser, this.base, login && (await this.token(login)), this.faults));
  }

  // 直接调接口：铺垫和核对，不代替要走的页面
  async api(method, path, options = {}) {
    const { as, ...request } = options;
    return call(method, `${this.base}${path}`, { ...request, ...(as ? { token: await this.token(as) } : {}) });
  }

  // 一位已经登录、同意、绑定手机号的人，在手机页面里和页面外用同一个微信身份
  async ready(who, phone) {
    const { code } = await this.api('POST', '/demo/login-codes', { body: { who } });
    const { token } = await this.api('POST', '/api/v1/sign-in', { body: { code } });
    for (const text of await this.api('GET', '/api/v1/consents/current')) {
      await this.api('POST', '/api/v1/me/consents', { token, body: { document: text.document, version: text.version }, expect: 204 });
    }
    const bound = await this.api('POST', '/demo/phone-codes', { body: { who, phone } });
    await this.api('POST', '/api/v1/me/phone', { token, body: { code: bound.code } });
    return token;
  }

  async axe(page, where) {
    for (const fault of await axe(page)) this.faults.push(`${where} 无障碍：${fault}`);
  }

  async shot(page, name) {
    await page.screenshot({ path: `${process.env.SHOTS ?? 'target/screens'}/${name}.png` });
  }

  async close(name) {
    for (const [at, page] of this.#open.entries()) {
      if (name && !page.isClosed()) await this.shot(page, `failed-${name}-${at}`);
      await page.context().close();
    }
    this.#open = [];
  }
}
