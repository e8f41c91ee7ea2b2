import type { Outcome, RegistrationRequest, StatedForm } from '@qihang/api-client'
import { api } from './api'
import { county } from './config'
import { tidy } from './uscc'

/** 登记表，各栏都是字，没填的为空 */
export interface Form {
  uscc: string
  name: string
  operatingUnit: string
  registeredUnit: string
  /** 注册地与经营地：同一处、在县里另一处、在县外 */
  registered: 'SAME' | 'OTHER' | 'OUTSIDE'
  countsAt: 'REGISTERED' | 'OPERATING'
  industry: string
  contactName: string
  contactPhone: string
  role: RegistrationRequest['role'] | ''
  /** 扫的海报码；没有的为空 */
  poster: string
}

export const roles = [
  { value: 'LEGAL_REPRESENTATIVE', label: '法定代表人' },
  { value: 'FINANCE', label: '财务' },
  { value: 'CLERK', label: '办事员' },
]

export const registeredPlaces = [
  { value: 'SAME', label: '和经营地在同一个乡镇、街道' },
  { value: 'OTHER', label: '在县里另一个乡镇、街道' },
  { value: 'OUTSIDE', label: '在县外' },
]

export const countings = [
  { value: 'OPERATING', label: '按经营地' },
  { value: 'REGISTERED', label: '按注册地' },
]

/** 表里几栏的选项：乡镇、街道，行业大类（写明属于哪个门类） */
export async function loadChoices() {
  const [units, industries] = await Promise.all([
    api.get('/api/v1/regions/{county}/units', { path: { county } }),
    api.get('/api/v1/industries'),
  ])
  const sections = new Map(industries.map((it) => [it.code, it.name]))
  return {
    units: units.map((it) => ({ value: it.code, label: it.name })),
    industries: industries
      .filter((it) => it.section)
      .map((it) => ({ value: it.code, label: it.name, note: sections.get(it.section ?? '') })),
  }
}

export const blankForm = (): Form => ({
  uscc: '',
  name: '',
  operatingUnit: '',
  registeredUnit: '',
  registered: 'SAME',
  countsAt: 'OPERATING',
  industry: '',
  contactName: '',
  contactPhone: '',
  role: '',
  poster: '',
})

export function requestOf(form: Form): RegistrationRequest {
  const registeredUnit = { SAME: form.operatingUnit, OTHER: form.registeredUnit, OUTSIDE: undefined }[form.registered]
  return {
    uscc: tidy(form.uscc),
    name: form.name.trim(),
    operatingUnit: form.operatingUnit,
    registeredUnit,
    countsAt: form.registered === 'OTHER' ? form.countsAt : 'OPERATING',
    industry: form.industry,
    contactName: form.contactName.trim(),
    contactPhone: form.contactPhone.trim(),
    role: form.role as RegistrationRequest['role'],
    ...(form.poster ? { poster: form.poster } : {}),
  }
}

/** 上次交上去的，放回表里接着改 */
export function formOf(stated: StatedForm): Form {
  const operatingUnit = stated.operatingUnit ?? ''
  const registeredUnit = stated.registeredUnit ?? ''
  const registered = !registeredUnit ? 'OUTSIDE' : registeredUnit === operatingUnit ? 'SAME' : 'OTHER'
  return {
    uscc: stated.uscc,
    name: stated.name,
    operatingUnit,
    registeredUnit: registered === 'OTHER' ? registeredUnit : '',
    registered,
    countsAt: stated.countsAt,
    industry: stated.industry,
    contactName: stated.contactName,
    contactPhone: stated.contactPhone,
    role: stated.role,
    poster: '',
  }
}

/** 提交、确认之后看结果的页 */
export function resultPage({ registration, result, enterprise, licenceRequired, licenceHelps }: Outcome): string {
  const licence = licenceRequired ? 'required' : licenceHelps ? 'helps' : ''
  return `pages/registration/result?id=${registration}&result=${result}&enterprise=${enterprise ?? ''}&licence=${licence}`
}

/** 先填的三项还缺什么 */
export function missingFirst(form: Form, codeFault: string): Record<string, string> {
  const missing: Record<string, string> = {}
  if (!form.uscc) missing.uscc = '请填写营业执照上的 18 位代码'
  else if (codeFault) missing.uscc = codeFault
  if (!form.name.trim()) missing.name = '请填写营业执照上的名称'
  if (!form.operatingUnit) missing.operatingUnit = '请选择企业实际经营的地方'
  return missing
}

/** 其余各项还缺什么 */
export function missingRest(form: Form): Record<string, string> {
  const missing: Record<string, string> = {}
  if (form.registered === 'OTHER' && !form.registeredUnit) missing.registeredUnit = '请选择注册地所在的乡镇、街道'
  if (!form.industry) missing.industry = '请选择行业'
  if (!form.role) missing.role = '请选择您在企业的身份'
  if (!form.contactName.trim()) missing.contactName = '请填写联系人姓名'
  if (!/^(1\d{10}|0\d{2,3}-?\d{7,8})$/.test(form.contactPhone.trim())) missing.contactPhone = '请填写 11 位手机号，或带区号的座机号'
  return missing
}
