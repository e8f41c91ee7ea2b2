// 两个前端的每一页，连同打开它要的编号；list 的页面发的请求要少。
import { certificateOf, commissionerBound, member, newPhone } from './stage.mjs';

export async function phonePages(system) {
  const who = `pages-${Date.now()}`;
  const own = await member(system, who);
  const field = `pages-field-${Date.now()}`;
  const { token, enterprises } = await commissionerBound(system, field, 'resident', 2);
  const ticket = await system.api('POST', `/api/v1/enterprises/${own.enterprise}/tickets`, {
    token: own.token, expect: 201, headers: { 'Idempotency-Key': `pages-${own.code}` },
    body: { category: 'labour-energy', title: '厂区频繁停电（虚构）', content: '本月已停电五次，希望增容。' },
  });
  const visit = crypto.randomUUID();
  await system.api('PUT', `/api/v1/visits/${visit}`, {
    token, expect: 201,
    body: {
      revision: 1, enterprise: enterprises[0], visitedAt: new Date().toISOString(), kind: 'ON_SITE', said: '设备更新缺资金（虚构）',
      people: [{ name: '虚构经理', position: '经理' }],
      promises: [{ id: crypto.randomUUID(), by: 'COMMISSIONER', what: '带来设备更新政策', dueOn: '2027-01-15' }],
      problems: [{ id: crypto.randomUUID(), category: 'funding', title: '流动资金紧张（虚构）', content: '希望协调银行' }],
    },
  });
  const { items: policies } = await system.api('GET', '/api/v1/regions/371525/policies?limit=50');
  const { items: registrations } = await system.api('GET', '/api/v1/registrations/mine', { token: own.token });
  const { policy: clausePolicy, clause } = await someClause(system, policies);
  await certificateOf(system, own);
  const { items: certificates } = await system.api('GET', `/api/v1/enterprises/${own.enterprise}/certificates`, { token: own.token });
  const { items: raised } = await system.api('GET', '/api/v1/field/tickets', { token });
  const anyone = `pages-new-${Date.now()}`;
  const page = (name, path, list = false) => ({ name, path, list, who });
  const work = (name, path, list = false) => ({ name, path, list, who: field });
  return [
    { name: '登录', path: 'pages/welcome/index', who: anyone },
    { name: '首页还没有企业', path: 'pages/home/index', who: `pages-none-${Date.now()}`, phone: newPhone() },
    page('首页', 'pages/home/index'),
    page('政策', 'pages/policy/index', true),
    page('诉求', 'pages/ticket/index', true),
    page('我的', 'pages/me/index'),
    page('一份政策', `pages/policy/show?id=${policies[0].id}`),
    page('一条条款', `pages/policy/clause?id=${clausePolicy}&ref=${encodeURIComponent(clause)}`),
    page('申报日历', 'pages/policy/windows'),
    page('搜索政策', 'pages/policy/search'),
    page('提出诉求', 'pages/ticket/raise'),
    page('一件诉求', `pages/ticket/show?id=${ticket.id}`),
    page('登记企业', 'pages/registration/form'),
    page('我的登记', 'pages/registration/mine', true),
    page('登记结果', `pages/registration/result?id=${registrations[0].id}`),
    page('确认代填的登记', 'pages/registration/confirm'),
    page('我的企业', `pages/enterprise/show?id=${own.enterprise}`),
    page('选择企业', 'pages/enterprise/choose', true),
    page('企业成员', `pages/enterprise/members?id=${own.enterprise}`, true),
    page('专员和走访', `pages/enterprise/visits?id=${own.enterprise}`, true),
    page('我的证书', 'pages/certificate/index', true),
    page('一张证书', `pages/certificate/show?id=${certificates[0].id}`),
    page('交证书', 'pages/certificate/form'),
    page('我的消息', 'pages/me/inbox', true),
    page('微信提醒', 'pages/me/subscriptions'),
    page('个人信息保护说明', 'pages/me/consents'),
    page('我的资料', 'pages/me/data'),
    page('工作账号', 'pages/me/staff'),
    work('专员今天', 'pages/field/today'),
    work('我帮包的企业', 'pages/field/portfolio', true),
    work('上门前看一页', `pages/field/brief?id=${enterprises[0]}`),
    work('记走访', `pages/field/visit?enterprise=${enterprises[1]}`),
    work('走访记录', 'pages/field/visits', true),
    work('一次走访', `pages/field/show?clientId=${visit}`),
    work('承诺', 'pages/field/promises', true),
    work('待办', 'pages/field/tasks', true),
    work('走访日程', 'pages/field/plans', true),
    work('专员登记的诉求', 'pages/field/tickets', true),
    work('帮包企业的成员', `pages/field/members?enterprise=${enterprises[0]}`, true),
    work('代企业登记', 'pages/field/register'),
    work('工作人员的诉求', 'pages/work/tickets', true),
    work('工作人员的一件诉求', `pages/work/ticket?id=${raised[0].id}`),
  ];
}

export async function deskPages(system) {
  const first = async (path, as = 'county') => (await system.api('GET', path, { as })).items[0];
  const enterprise = await first('/api/v1/desk/enterprises?limit=1');
  const ticket = await first('/api/v1/desk/tickets?limit=1');
  const visit = await first('/api/v1/desk/visits?limit=1');
  const policy = await first('/api/v1/desk/policies?limit=1');
  const round = await first('/api/v1/desk/assignment-rounds?county=371525&limit=1');
  const registration = await first('/api/v1/desk/registrations?limit=1');
  const certificate = await first('/api/v1/desk/certificates?status=SUBMITTED&limit=1');
  const year = new Date().getFullYear();
  const commissioner = await first('/api/v1/desk/commissioners?county=371525&limit=1');
  const page = (name, path, list = false, as = 'county') => ({ name, path, list, as });
  return [
    { name: '控制台登录', path: '/sign-in' },
    page('工作台', '/'),
    page('领导的工作台', '/', false, 'leader'),
    page('街道的工作台', '/', false, 'qingquan'),
    page('经办的工作台', '/', false, 'handler'),
    page('年度计划', '/plans', true),
    page('计划数字的名单', `/plans/${year}/items/6/units/371525001`, true),
    page('平台注册', '/registrations', true),
    page('与市平台名单对照', '/registrations/differences', true),
    page('市平台名单', '/registrations/listings', true),
    page('登记核实', '/reviews', true),
    ...(registration ? [page('核实一件登记', `/reviews/${registration.id}`)] : []),
    page('登记海报', '/posters'),
    page('企业', '/enterprises', true),
    page('一企一档', `/enterprises/${enterprise.id}`),
    page('企业名录导入', '/register', true),
    page('政策', '/policies', true),
    page('政策和触达', `/policies/${policy.id}`),
    page('起草政策', '/policies/new'),
    page('诉求看板', '/tickets/board'),
    page('诉求列表', '/tickets', true),
    page('一件诉求的全部', `/tickets/${ticket.id}`),
    page('诉求台账', '/tickets/ledger'),
    page('登记来件', '/tickets/new'),
    page('导入诉求', '/tickets/import'),
    page('经办人手上的诉求', '/tickets/backlogs'),
    page('职责清单', '/tickets/duties'),
    page('共性问题', '/tickets/common', true),
    page('待批延期', '/tickets/extensions', true),
    page('挂账登记', '/tickets/suspended'),
    page('回访和评价', '/tickets/afterwards'),
    page('诉求的数', '/tickets/figures'),
    page('督办联系人', '/tickets/contacts'),
    page('内容审核', '/tickets/content'),
    page('工作日历', '/calendar'),
    page('时限方案', '/deadline-profiles'),
    page('走访', '/visits', true),
    ...(visit ? [page('走访详情', `/visits/${visit.id}`)] : []),
    page('承诺台账', '/promises', true),
    page('走访日程', '/visit-plans', true),
    page('企业的待办', '/tasks', true),
    page('专员代班', '/acting', true),
    page('走访回访', '/callbacks', true),
    page('走访覆盖', '/field-figures'),
    page('上门前看一页（控制台）', `/enterprises/${enterprise.id}/brief`),
    page('经办的走访日程', '/visit-plans', false, 'handler'),
    page('专员名单', '/assignments', true),
    ...(round ? [page('一轮名单', `/assignments/${round.id}`, true), page('覆盖情况', `/assignments/${round.id}/coverage`, true)] : []),
    ...(commissioner ? [page('专员交接单', `/hand-over/${commissioner.id}`)] : []),
    page('没有主责专员', '/uncovered', true),
    page('证书核验', '/certificates/queue'),
    page('证书', '/certificates', true),
    ...(certificate ? [page('一张证书', `/certificates/${certificate.id}`)] : []),
    page('账号', '/accounts', true, 'sysadmin'),
    page('账号和岗位', '/accounts', true, 'secadmin'),
    page('责任单位', '/offices', true),
    page('没有办成的事件', '/dead-letters', true, 'sysadmin'),
    page('审计记录', '/audit', true, 'audadmin'),
    page('核对审计链', '/audit/chain', false, 'audadmin'),
    page('修改密码', '/password'),
    page('没有这个页面', '/nowhere'),
    page('不能打开', '/audit', false, 'county'),
  ];
}

// 一份有条文的政策：刚发的通知没有条文，不能只看第一份
async function someClause(system, policies) {
  for (const { id } of policies) {
    const { parts } = await system.api('GET', `/api/v1/policies/${id}`);
    const found = parts.find((it) => it.kind === 'CLAUSE' && it.text.length > 20);
    if (found) return { policy: id, clause: found.ref };
  }
  throw new Error('没有一份政策有条文');
}
