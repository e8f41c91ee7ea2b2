export const ROLE_NAMES = {
  COUNTY_OFFICER: '县局工作人员',
  TOWNSHIP_OFFICER: '乡镇（街道）工作人员',
  HANDLER: '部门经办人',
  COMMISSIONER: '服务专员',
  LEADER: '领导',
  SYSTEM_ADMIN: '系统管理员',
  SECURITY_ADMIN: '安全管理员',
  AUDIT_ADMIN: '审计管理员',
} as const

export type Role = keyof typeof ROLE_NAMES
