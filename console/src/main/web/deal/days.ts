// Days of the office, whatever the phone says.
const DAY_MILLIS = 86_400_000

export function today(): string {
  return inDays(0)
}

export function inDays(days: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * DAY_MILLIS))
}
