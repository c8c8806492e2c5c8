import { language } from '.'

const OFFICE_ZONE = 'Asia/Shanghai'

// The office's day, whatever the phone says: 2026-11-29.
export function today(now = Date.now()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: OFFICE_ZONE }).format(now)
}

export function dayOf(instant: string | undefined | null): string {
  return instant ? today(Date.parse(instant)) : ''
}

// As people say it, with the weekday; with the year where it is another one.
export function day(date: string | undefined | null): string {
  if (!date) {
    return ''
  }
  const isThisYear = date.startsWith(today().slice(0, 4))
  return new Intl.DateTimeFormat(language.value, {
    timeZone: 'UTC',
    month: language.value === 'en' ? 'short' : 'long',
    day: 'numeric',
    ...(isThisYear ? { weekday: 'short' } : { year: 'numeric' }),
  }).format(new Date(date + 'T00:00:00Z'))
}

// Days from the one to the other, below zero where it is past.
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

export function hour(instant: string | undefined | null): string {
  return instant
    ? new Intl.DateTimeFormat(language.value, { timeZone: OFFICE_ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant))
    : ''
}
