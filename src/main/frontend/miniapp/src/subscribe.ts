import type { Offer } from '@qihang/api-client'
import { api } from './api'
import { uuid } from './ids'
// #ifdef H5
import { demo } from './wechat'
// #endif

type Answer = 'ACCEPT' | 'REJECT' | 'BAN' | 'FILTER'

/** 微信的弹窗；只能在用户点按时调用。没有弹成（如用户关了总开关）返回空。 */
function prompt(templates: string[]): Promise<Record<string, string> | undefined> {
  // #ifdef MP-WEIXIN
  return new Promise((resolve) => {
    uni.requestSubscribeMessage({
      tmplIds: templates,
      success: (answer) => resolve(answer as unknown as Record<string, string>),
      fail: () => resolve(undefined),
    })
  })
  // #endif
  // #ifdef H5
  return new Promise((resolve, reject) => {
    uni.showModal({
      title: '接收微信提醒',
      content: '演示环境没有微信弹窗，由这里代替：是否愿意接收？',
      confirmText: '允许',
      cancelText: '取消',
      success: ({ confirm }) => {
        const answer = confirm ? 'accept' : 'reject'
        demo('subscriptions', { templates, answer })
          .then(() => resolve(Object.fromEntries(templates.map((it) => [it, answer]))))
          .catch(reject)
      },
    })
  })
  // #endif
}

/** 可以订阅的消息，先取好，点按时才能马上弹窗 */
export async function offers(): Promise<Offer[]> {
  return (await api.get('/api/v1/me/subscriptions')).templates
}

/** 请用户订阅，结果照实上报；订阅不是办事的条件，失败了也不影响正在办的事。返回愿意接收的有没有。 */
export async function subscribe(wanted: Offer[]): Promise<boolean> {
  // 一次性的和长期的不能一起问
  const templates = wanted.filter((it) => it.longTerm === wanted[0]?.longTerm).map((it) => it.templateId).slice(0, 3)
  if (templates.length === 0) return false
  const said = await prompt(templates)
  if (!said) return false
  const answers = templates
    .filter((it) => said[it])
    .map((templateId) => ({ templateId, answer: said[templateId].toUpperCase() as Answer }))
  await api.post('/api/v1/me/subscriptions', { body: { answers }, key: uuid() })
  return answers.some((it) => it.answer === 'ACCEPT')
}
