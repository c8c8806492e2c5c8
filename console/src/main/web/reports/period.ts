import { ref } from 'vue'
import { plusDays, today } from '../words/days'

export type Span = 'day' | 'week' | 'month' | 'quarter' | 'year'

// From a day to a day, both of it.
export interface Period {
  span: Span
  from: string
  to: string
}

const MONTHS: Partial<Record<Span, number>> = { month: 1, quarter: 3, year: 12 }

function startOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}

// The span in which a day lies.
export function periodOf(span: Span, date: string): Period {
  const months = MONTHS[span]
  if (months === undefined) {
    const weekday = (new Date(date + 'T00:00:00Z').getUTCDay() + 6) % 7
    const from = span === 'day' ? date : plusDays(date, -weekday)
    return { span, from, to: span === 'day' ? date : plusDays(from, 6) }
  }
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1]
  const first = month - (month % months)
  return { span, from: startOfMonth(year, first), to: plusDays(startOfMonth(year, first + months), -1) }
}

// So many spans later, or earlier.
export function moved(period: Period, by: number): Period {
  let next = period
  for (let left = Math.abs(by); left > 0; left--) {
    next = periodOf(period.span, plusDays(by > 0 ? next.to : next.from, by > 0 ? 1 : -1))
  }
  return next
}

export function periodName(period: Period): string {
  const short = (date: string): string => date.slice(5).replace('-', '/')
  switch (period.span) {
    case 'day':
      return period.from
    case 'month':
      return period.from.slice(0, 7)
    case 'quarter':
      return `${period.from.slice(0, 4)} Q${Math.ceil(Number(period.from.slice(5, 7)) / 3)}`
    case 'year':
      return period.from.slice(0, 4)
    case 'week':
      return `${period.from.slice(0, 4)} ${short(period.from)}–${short(period.to)}`
  }
}

// What all reports of the page are about, and what they are compared with: the period before, or another project.
export const period = ref(periodOf('month', today()))
export function isSpan(text: unknown): text is Span {
  return text === 'day' || text === 'week' || text === 'month' || text === 'quarter' || text === 'year'
}

export const against = ref('')
export const EARLIER = '<'
