const DAY_MILLIS = 86_400_000

// A day of the office, so many days from today.
export function inDays(days: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * DAY_MILLIS))
}
