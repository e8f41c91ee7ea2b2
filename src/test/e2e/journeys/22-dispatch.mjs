// 职责清单建议，部门各退一次，终审确定，主办请协办，两家都办完才答复；县局、部门、终审单位、企业同时看。
import { answer, choose, press, seen } from '../lib/desk.mjs';
import { seen as told } from '../lib/phone.mjs';
import { member } from '../lib/stage.mjs';

const TITLE = '旺季招工困难（虚构）';

export default async function (system) {
  const who = `dispatch-${Date.now()}`;
  const { token, enterprise } = await member(system, who);
  const body = { category: 'labour-energy', title: TITLE, content: '订单增加，希望帮助招聘操作工。' };
  const ticket = await system.api('POST', `/api/v1/enterprises/${enterprise}/tickets`, { token, body, expect: 201, headers: { 'Idempotency-Key': who } });

  const open = async (login) => {
    const desk = await system.desk(login);
    await desk.open(`/tickets/${ticket.id}`);
    await desk.getByText(TITLE).first().waitFor();
    return desk;
  };
  const again = async (desk) => {
    await desk.reload();
    await desk.getByText(TITLE).first().waitFor();
  };
  const dispatch = async (desk, office) => {
    await press(desk, '分派');
    await choose(desk, '承办单位', office);
    await answer(desk, '分派', '分派');
    await seen(desk, '待受理');
  };
  const refuse = async (desk, office) => {
    await press(desk, '退回');
    await choose(desk, '退回理由', '不属本单位职责');
    await choose(desk, '建议由哪个单位办理', office);
    const dialog = desk.getByRole('dialog', { name: '退回' });
    await dialog.getByRole('textbox', { name: '为什么不属本单位职责' }).fill('这件事由别的单位负责（虚构）。');
    await dialog.getByRole('button', { name: '退回' }).last().click();
    await dialog.waitFor({ state: 'hidden' });
  };

  const county = await open('county');
  await press(county, '分派');
  const dialog = county.getByRole('dialog', { name: '分派' });
  await dialog.getByText(/内容提到“招工”/).waitFor();
  await system.axe(county, '分派建议');
  await system.shot(county, 'journey-22-advice');
  await dialog.getByRole('button', { name: '县人力资源和社会保障局' }).click();
  await dialog.getByRole('button', { name: '分派' }).last().click();
  await seen(county, '待受理');

  const labour = await open('renshe');
  await refuse(labour, '工业和信息化局');
  await again(county);
  await seen(county, '待分派');
  await dispatch(county, '工业和信息化局');
  const handler = await open('handler');
  await refuse(handler, '人力资源和社会保障局');
  await again(county);
  await seen(county, '待终审');

  const arbiter = await open('zhihuibu');
  await press(arbiter, '终审');
  await choose(arbiter, '承办单位', '工业和信息化局');
  await system.axe(arbiter, '终审');
  await answer(arbiter, '终审', '终审', '企业培育由工信局牵头（虚构）。');

  await again(handler);
  await press(handler, '受理');
  await answer(handler, '受理', '受理');
  await seen(handler, '办理中');
  await press(handler, '请其他单位协办');
  await choose(handler, '协办单位', '人力资源和社会保障局');
  await answer(handler, '请其他单位协办', '请其他单位协办', '请组织一场招聘会。');
  await seen(handler, '撤回县人力资源和社会保障局的协办');

  await again(labour);
  await press(labour, '受理协办');
  await answer(labour, '受理协办', '受理协办');
  await press(labour, '协办办结');
  const part = labour.getByRole('dialog', { name: '协办办结' });
  await part.getByRole('textbox', { name: '协办结果' }).fill('已办招聘会，招到十人。');
  await part.getByRole('textbox', { name: '佐证' }).fill('招聘会名单（虚构）');
  await part.getByRole('button', { name: '协办办结' }).last().click();
  await part.waitFor({ state: 'hidden' });
  await system.axe(labour, '协办的诉求');
  await system.shot(labour, 'journey-22-assist');

  const phone = await system.phone(who);
  await phone.open(`pages/ticket/show?id=${ticket.id}`);
  await told(phone, '终审确定承办单位');
  await told(phone, '已办招聘会，招到十人。');
  await told(phone, '在各单位的时间');
  await system.axe(phone, '分派经过');
  await system.shot(phone, 'journey-22-enterprise');

  const desk = await system.desk('handler');
  await desk.open('/tickets/backlogs');
  await seen(desk, '演示部门经办');
  await desk.open('/tickets/duties');
  await seen(desk, '信贷融资');
  await county.open('/tickets/import');
  await seen(county, '一次不超过 500 件');
}
