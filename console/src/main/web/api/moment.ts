// What an <input type="datetime-local"> holds is the office's time, whatever the machine says.
export function officeMoment(local: string): string | undefined {
  return local ? new Date(`${local}+08:00`).toISOString() : undefined
}

export function officeToday(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}
