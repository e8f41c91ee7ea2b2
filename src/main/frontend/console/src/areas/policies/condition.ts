import type { CaseRequest, Condition, ConditionRequest, FactTermView, RuleCase } from '@qihang/api-client'

export type Operator = NonNullable<Condition['operator']>
export type Verdict = NonNullable<RuleCase['expected']>

export interface ConditionLine {
  not: boolean
  fact: string
  operator: Operator | ''
  values: string[]
  unit: string
  source: string
}

/** 一组：满足任一，或全部满足；各组之间都要满足 */
export interface ConditionGroup {
  any: boolean
  lines: ConditionLine[]
}

export interface TrialCase {
  name: string
  /** 清空的值是 undefined，和没有填一样。 */
  facts: Record<string, string | undefined>
  expected: Verdict
}

export const VERDICTS: { value: Verdict; label: string }[] = [
  { value: 'MET', label: '符合' },
  { value: 'UNMET', label: '不符合' },
  { value: 'MISSING', label: '缺资料' },
]

type FactType = FactTermView['type']

const OPERATORS: Record<NonNullable<FactType>, { value: Operator; label: string }[]> = {
  NUMBER: [
    { value: 'AT_LEAST', label: '不低于' },
    { value: 'MORE_THAN', label: '超过' },
    { value: 'AT_MOST', label: '不超过' },
    { value: 'LESS_THAN', label: '低于' },
  ],
  TEXT: [{ value: 'IS', label: '是' }],
  YES_NO: [{ value: 'IS', label: '是' }],
  DATE: [
    { value: 'FOR_YEARS', label: '满几年' },
    { value: 'WITHIN_YEARS', label: '不满几年' },
    { value: 'NOT_BEFORE', label: '不早于' },
    { value: 'NOT_AFTER', label: '不晚于' },
  ],
}

export const operatorsOf = (term: FactTermView | undefined) => OPERATORS[term?.type ?? 'TEXT']

const MONEY = ['元', '万元', '亿元']

/** 值可以用的单位：金额写成元、万元、亿元都行 */
export const unitsOf = (term: FactTermView | undefined): string[] => (!term?.unit ? [] : MONEY.includes(term.unit) ? MONEY : [term.unit])

export const emptyLine = (): ConditionLine => ({ not: false, fact: '', operator: '', values: [], unit: '', source: '' })

/** 选了事实以后，先填上最常用的比法和单位 */
export function lineFor(term: FactTermView | undefined, line: ConditionLine): ConditionLine {
  const units = unitsOf(term)
  return {
    ...line,
    fact: term?.key ?? '',
    operator: operatorsOf(term)[0].value,
    values: term?.type === 'YES_NO' ? ['true'] : [],
    unit: units.includes('万元') ? '万元' : (units[0] ?? ''),
  }
}

const isWhole = (it: ConditionLine) => !!it.fact && !!it.operator && it.values.some((value) => value.trim())

function conditionOfLine(line: ConditionLine): ConditionRequest {
  const one: ConditionRequest = {
    kind: 'FACT',
    fact: line.fact,
    operator: line.operator || undefined,
    values: line.values.map((it) => it.trim()).filter(Boolean),
    ...(line.unit ? { unit: line.unit } : {}),
    ...(line.source.trim() ? { source: line.source.trim() } : {}),
  }
  return line.not ? { kind: 'NOT', of: [one] } : one
}

/** 没有写完的行先不算；一行也没有就是没有条件 */
export function conditionOf(groups: ConditionGroup[]): ConditionRequest | undefined {
  const of: ConditionRequest[] = groups
    .map((group) => ({ any: group.any, lines: group.lines.filter(isWhole).map(conditionOfLine) }))
    .filter((group) => group.lines.length)
    .map((group) => (group.lines.length === 1 ? group.lines[0] : { kind: group.any ? 'ANY' : 'ALL', of: group.lines }))
  if (!of.length) return undefined
  return of.length === 1 ? of[0] : { kind: 'ALL', of }
}

/** 原样带回的条件，空的字段不送 */
export function requestOf(it: Condition): ConditionRequest {
  return {
    kind: it.kind,
    ...(it.of?.length ? { of: it.of.map(requestOf) } : {}),
    ...(it.fact ? { fact: it.fact } : {}),
    ...(it.operator ? { operator: it.operator } : {}),
    ...(it.values?.length ? { values: it.values } : {}),
    ...(it.unit ? { unit: it.unit } : {}),
    ...(it.source ? { source: it.source } : {}),
  }
}

function lineOf(it: Condition): ConditionLine | undefined {
  const one = it.kind === 'NOT' ? it.of?.[0] : it
  if (one?.kind !== 'FACT') return undefined
  return {
    not: it.kind === 'NOT',
    fact: one.fact ?? '',
    operator: one.operator ?? '',
    values: [...(one.values ?? [])],
    unit: one.unit ?? '',
    source: one.source ?? '',
  }
}

function groupOf(it: Condition): ConditionGroup | undefined {
  const line = lineOf(it)
  if (line) return { any: false, lines: [line] }
  const lines = (it.of ?? []).map(lineOf)
  if (it.kind === 'NOT' || lines.some((one) => !one)) return undefined
  return { any: it.kind === 'ANY', lines: lines as ConditionLine[] }
}

/** 条件写成几组；层数太多、这里改不了的为空 */
export function groupsOf(condition: Condition | null | undefined): ConditionGroup[] | undefined {
  if (!condition) return []
  const whole = groupOf(condition)
  if (whole) return [whole]
  if (condition.kind !== 'ALL') return undefined
  const groups = (condition.of ?? []).map(groupOf)
  return groups.some((it) => !it) ? undefined : (groups as ConditionGroup[])
}

/** 条件里问到的事实，各一次 */
export const factsIn = (groups: ConditionGroup[]): ConditionLine[] => {
  const lines = groups.flatMap((it) => it.lines).filter((it) => it.fact)
  return lines.filter((it, index) => lines.findIndex((other) => other.fact === it.fact) === index)
}

/** 试例里的值用条件里写的单位 */
export function casesOf(cases: TrialCase[], groups: ConditionGroup[]): CaseRequest[] {
  const units = Object.fromEntries(factsIn(groups).filter((it) => it.unit).map((it) => [it.fact, it.unit]))
  return cases
    .filter((it) => it.name.trim())
    .map((it) => {
      const facts = Object.fromEntries(Object.entries(it.facts).flatMap(([key, value]) => (value?.trim() ? [[key, value]] : [])))
      return { name: it.name.trim(), facts, units: Object.fromEntries(Object.entries(units).filter(([key]) => key in facts)), expected: it.expected }
    })
}

export const trialsOf = (cases: RuleCase[] | undefined): TrialCase[] =>
  (cases ?? []).map((it) => ({ name: it.name ?? '', facts: { ...(it.facts as Record<string, string>) }, expected: it.expected ?? 'MET' }))
