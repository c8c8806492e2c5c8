import type { Line } from './types'

// What a form adds up while it is typed: exact in cents, text in and text out, rounded as the services round. They check
// every sum to the cent, and what they say counts.
const AMOUNT = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/
const CENTS = 100n

// Cents; nothing for what is no amount (yet).
export function cents(amount: string | undefined | null): bigint | undefined {
  const [, sign, whole, rest = ''] = AMOUNT.exec((amount ?? '').trim().replaceAll(',', '')) ?? []
  if (whole === undefined) {
    return undefined
  }
  const size = BigInt(whole + rest.padEnd(2, '0'))
  return sign ? -size : size
}

export function text(amount: bigint): string {
  const size = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`
}

// An amount as it is sent: two decimals, no commas; what is no amount stays for the service to refuse.
export function amountOf(typed: string): string {
  const amount = cents(typed)
  return amount === undefined ? typed.trim() : text(amount)
}

export function sum(...amounts: (string | undefined | null)[]): string {
  return text(amounts.reduce((all, one) => all + (cents(one) ?? 0n), 0n))
}

export function minus(from: string | undefined | null, ...amounts: (string | undefined | null)[]): string {
  return text((cents(from) ?? 0n) - (cents(sum(...amounts)) ?? 0n))
}

// Rounded half up to cents, as the services do.
export function times(amount: string, quantity: string): string {
  const product = (cents(amount) ?? 0n) * (cents(quantity) ?? 0n)
  return text((product + CENTS / 2n) / CENTS)
}

export function isPositive(amount: string | undefined | null): boolean {
  return (cents(amount) ?? 0n) > 0n
}

export function homeOf(lines: Line[] | undefined): Line | undefined {
  return lines?.find((line) => line.kind === 'HOME') ?? lines?.[0]
}

// What the unit price is multiplied by: building area, interior area, or one for a home priced as a whole.
export function pricedArea(home: Line | undefined): string {
  switch (home?.priceBasis) {
    case 'WHOLE_UNIT':
      return '1'
    case 'INTERIOR_AREA':
      return home.interiorArea ?? home.area ?? '0'
    default:
      return home?.area ?? '0'
  }
}

// What stands beside the home at its own price: parking spaces, storage rooms.
export function attachedTotal(lines: Line[] | undefined): string {
  const home = homeOf(lines)
  return sum(...(lines ?? []).filter((line) => line !== home).map((line) => line.listTotal))
}
