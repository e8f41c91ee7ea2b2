// GB 32100-2015：18 位，不用 I、O、S、V、Z，最后一位是校验位
const digits = '0123456789ABCDEFGHJKLMNPQRTUWXY'

export function tidy(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}

function checkDigit(first17: string): string {
  const sum = [...first17].reduce((total, it, index) => total + digits.indexOf(it) * (3 ** index % 31), 0)
  return digits[(31 - (sum % 31)) % 31]
}

/** 边填边看：写对了返回空，没写完的说还差几位，写错的说错在哪里 */
export function faultOf(text: string): string {
  const code = tidy(text)
  if (!code) return ''
  const wrong = [...code].find((it) => !digits.includes(it))
  if (wrong) return `代码里没有“${wrong}”，容易把 1 看成 I、0 看成 O，请对照营业执照检查`
  if (code.length < 18) return `还差 ${18 - code.length} 位，一共 18 位`
  if (code.length > 18) return `多了 ${code.length - 18} 位，一共 18 位`
  return checkDigit(code.slice(0, 17)) === code[17] ? '' : '代码有一位不对，请对照营业执照逐位检查'
}

export function isComplete(text: string): boolean {
  return tidy(text).length === 18 && faultOf(text) === ''
}
