import { dayOf, daysBetween, today } from '../words/days'
import { money, wordFor, words, wordsOf } from '../words'
import { FIELDS, isField } from './fields'
import { en, zh } from './words'

export const w = wordsOf(zh, en)

// The name of a field; one that a project's own chain asks for has no word but its own, set apart.
export function fieldWord(name: string): string {
  return isField(name) ? w.value.fields[name] : `${w.value.extra} ${name.replace(/([A-Z])/g, ' $1').toLowerCase()}`
}

export function fieldText(name: string, value: string | undefined): string {
  if (value === undefined) {
    return '—'
  }
  switch (isField(name) ? FIELDS[name] : 'line') {
    case 'money':
      return money(value)
    case 'area':
      return `${value} m²`
    case 'percent':
      return `${value} %`
    case 'count':
      return w.value.people(value)
    case 'flag':
      return value === 'true' ? w.value.yes : w.value.no
    case 'stage':
      return wordFor(words.value.stages, value)
    case 'product':
      return wordFor(words.value.productTypes, value)
    case 'basis':
      return wordFor(w.value.bases, value)
    default:
      return name === 'category' ? wordFor(w.value.categories, value) : value
  }
}

// A step of a chain: by what it is called, by its role, or by the persons whom it names.
export function stepWord(step: { step?: string | undefined; role?: string | undefined; persons?: string[] | undefined }): string {
  const { step: key = '', role, persons } = step
  return w.value.steps[key] ?? words.value.roles[key] ?? (role ? words.value.roles[role] : undefined) ?? (persons?.length ? persons.join('、') : key)
}

// A refusal names the step in capitals (REFUSED_AT_SALES_MANAGER); other ends are said by the state.
export function endWord(reason: string | undefined): string {
  const step = /^REFUSED_AT_(.+)$/.exec(reason ?? '')?.[1]?.toLowerCase().replaceAll('_', '-')
  return step ? w.value.refusedAt(stepWord({ step })) : ''
}

export interface Limit {
  isLate: boolean
  said: string
}

export function limitOf(dueAt: string | undefined): Limit | undefined {
  if (!dueAt) {
    return undefined
  }
  const days = daysBetween(today(), dayOf(dueAt))
  const isLate = Date.parse(dueAt) < Date.now()
  return { isLate, said: isLate ? w.value.daysLate(Math.max(1, -days)) : w.value.daysLeft(Math.max(0, days)) }
}

export const TONES = { RUNNING: 'busy', APPROVED: 'good', REFUSED: 'bad', WITHDRAWN: 'quiet' } as const
