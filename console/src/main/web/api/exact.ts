// Money and areas are text and stay exact: in cents, as whole numbers of any length, never as floating point.
const DECIMALS = /^(-?)(\d+)(?:\.(\d{1,2}))?$/

// In hundredths; undefined where it is no amount.
export function hundredths(text: string | undefined | null): bigint | undefined {
  const parts = DECIMALS.exec((text ?? '').trim())
  if (!parts) {
    return undefined
  }
  const whole = BigInt(parts[2] + (parts[3] ?? '').padEnd(2, '0'))
  return parts[1] ? -whole : whole
}

export function textOf(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
