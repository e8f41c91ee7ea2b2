// 审计里的动作，用中文说。
export const ACTIONS: Record<string, string> = {
  'account.disable': '停用账号',
  'account.enable': '启用账号',
  'account.lock': '账号锁定',
  'account.open': '新建账号',
  'account.reset-password': '重置密码',
  'account.reset-second-factor': '重置动态口令',
  'account.unlock': '解除锁定',
  'acting.arrange': '安排代班',
  'acting.end': '结束代班',
  'assignment.assign': '指派专员',
  'assignment.end': '结束指派',
  'assignment.import': '导入专员名单',
  'assignment.open-round': '建立专员名单轮次',
  'assignment.replace': '更换专员',
  'audit.search': '查询审计记录',
  'audit.verify': '核对审计链',
  'certificate.resubmit': '重新提交证书',
  'certificate.return': '退回证书',
  'certificate.revoke': '撤销认定',
  'certificate.submit': '提交证书',
  'certificate.verify': '证书核验通过',
  'certificate.withdraw': '撤回证书',
  'closure.add': '登记停止办公',
  'closure.withdraw': '撤销停止办公的登记',
  'dead-letter.retry': '重新投递事件',
  'enterprise.move': '变更企业计入单位',
  'file.commit': '提交文件',
  'file.link': '查看文件',
  'membership.accept-management': '接受企业管理员',
  'membership.approve': '同意成员加入',
  'membership.change-role': '变更成员角色',
  'membership.confirm': '确认成员身份',
  'membership.end': '结束成员身份',
  'membership.leave': '成员退出',
  'membership.licence': '提交营业执照照片',
  'membership.offer-management': '提出交接企业管理员',
  'membership.refuse': '拒绝成员加入',
  'membership.refuse-management': '拒绝企业管理员交接',
  'membership.transfer-management': '变更企业管理员',
  'membership.withdraw-offer': '撤回企业管理员交接',
  'person.bind-phone': '绑定手机号',
  'person.cancel': '注销',
  'person.consent': '同意个人信息保护说明',
  'person.sign-in': '小程序登录',
  'person.sign-out': '小程序退出',
  'plan.export': '导出年度计划',
  'platform-listing.import': '导入市平台名单',
  'platform-listing.undo': '撤销市平台名单',
  'policy.answer': '答复政策',
  'policy.draft': '起草政策',
  'policy.draft-replacement': '起草替换版次',
  'policy.publish': '发布政策',
  'policy.resend': '重发失败的政策消息',
  'policy.revise': '修改政策草稿',
  'policy.tell': '登记当面告知',
  'policy.withdraw': '撤回政策',
  'poster.make': '生成海报码',
  'promise.decide': '核对承诺结果',
  'promise.export': '导出承诺台账',
  'promise.settle': '报承诺结果',
  'register.import': '导入企业名录',
  'register.undo': '撤销企业名录导入',
  'registration.accept': '接受登记',
  'registration.confirm': '企业确认代登记',
  'registration.enter-on-behalf': '代企业登记',
  'registration.licence': '提交登记的营业执照照片',
  'registration.resubmit': '重新提交登记',
  'registration.return': '退回登记',
  'registration.submit': '提交登记',
  'role.grant': '授予岗位',
  'role.revoke': '收回岗位',
  'staff-binding.bind': '手机上绑定工作账号',
  'staff-binding.end': '解除手机工作绑定',
  'staff.change-password': '修改密码',
  'staff.enrol-second-factor': '绑定动态口令',
  'staff.sign-in': '控制台登录',
  'staff.sign-out': '控制台退出',
  'tally.repair': '更正注册计数',
  'task.dismiss': '待办不再提示',
  'ticket.accept': '受理诉求',
  'ticket.answer': '办结答复',
  'ticket.ask-suspension': '申请挂账',
  'ticket.close-unanswered': '按未回应销号',
  'ticket.confirm': '企业确认解决',
  'ticket.dispatch': '分派诉求',
  'ticket.export-ledger': '导出诉求台账',
  'ticket.extend': '同意延期',
  'ticket.hold-content': '内容不予通过',
  'ticket.release-content': '放行内容',
  'ticket.progress': '记办理进展',
  'ticket.raise': '提出诉求',
  'ticket.refuse-suspension': '不同意挂账',
  'ticket.reject': '企业认为未解决',
  'ticket.reopen': '重新立项',
  'ticket.reply': '答复诉求',
  'ticket.resume': '恢复办理',
  'ticket.answer-feedback': '评价办理',
  'ticket.answer-recheck': '回答回访',
  'ticket.propose-outcome': '提出办理结果',
  'ticket.confirm-outcome': '确认办理结果',
  'ticket.refuse-outcome': '不同意办理结果',
  'ticket.withdraw': '撤回诉求',
  'ticket.supplement': '补充情况',
  'ticket.open-common': '合并为共性问题',
  'ticket.add-common': '并入共性问题',
  'ticket.remove-common': '移出共性问题',
  'ticket.accept-common': '一并受理',
  'ticket.progress-common': '一并记进展',
  'ticket.answer-common': '一并办结答复',
  'ticket.export-common': '导出共性问题清单',
  'ticket.draw-sample': '抽取回访',
  'ticket.record-call-back': '记回访结果',
  'ticket.export-suspensions': '导出挂账登记',
  'ticket.print-receipt': '打印回执',
  'ticket.print-supervision': '出督办单',
  'ticket.set-contact': '设置督办联系人',
  'ticket.return': '退回诉求',
  'ticket.rule': '终审确定承办单位',
  'ticket.urge': '催办诉求',
  'ticket.assign': '更换经办人',
  'ticket.release': '经办人离岗退回本单位',
  'ticket.hand-over': '移交经办的诉求',
  'ticket.import': '导入诉求',
  'ticket.ask-assist': '请其他单位协办',
  'ticket.accept-assist': '受理协办',
  'ticket.finish-assist': '协办办结',
  'ticket.withdraw-assist': '撤回协办',
  'ticket.pause': '暂停计时',
  'ticket.end-pause': '恢复计时',
  'ticket.supply': '补充材料',
  'ticket.ask-extension': '申请延期',
  'ticket.refuse-extension': '不同意延期',
  'hours.enter': '登记作息时间',
  'profile.enter': '登记时限方案',
  'ticket.send-files': '补交诉求材料',
  'ticket.suspend': '挂账',
  'visit-plan.cancel': '取消走访安排',
  'visit-plan.make': '安排走访',
  'visit-plan.postpone': '企业改期',
  'visit.call-back': '走访回访',
  'visit.echo': '企业回应走访',
  'visit.photo': '走访照片',
  'visit.record': '记录走访',
}

export const actionName = (code: string | undefined): string => (code && ACTIONS[code]) || code || '—'

const CLIENTS: Record<string, string> = { CONSOLE: '控制台', PHONE: '小程序' }
export const clientName = (code: string | undefined): string => (code && CLIENTS[code]) || code || '—'

const OTHERS: Record<string, string> = { PERSON: '企业的人', SYSTEM: '系统' }

/** 岗位代码用顿号连成中文。 */
export function roleNames(codes: string | undefined, names: Record<string, string>): string {
  if (!codes) return '—'
  return codes
    .split(',')
    .map((it) => names[it.trim()] ?? OTHERS[it.trim()] ?? it.trim())
    .join('、')
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

interface EventLike {
  actor?: string | null
  roles: string
  objectType: string
  objectId: string
}

/** 一页记录里提到的工作账号：谁办的，办在谁的账号上。一页 50 条，不超过 100 个。 */
export function accountsIn(events: EventLike[]): string[] {
  const actors = events.filter((it) => it.roles !== 'PERSON').map((it) => it.actor)
  const objects = events.filter((it) => it.objectType === 'staff').map((it) => it.objectId)
  return [...new Set([...actors, ...objects])].filter((it) => !!it && isUuid(it)) as string[]
}
