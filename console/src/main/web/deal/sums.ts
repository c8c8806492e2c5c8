import { hundredths, textOf } from '../api/exact'
import type { Line } from './types'

// What a form adds up while it is typed: exact, text in and text out, rounded as the services round. They check every sum
// to the cent, and what they say counts.
const HUNDRED = 100n

// An amount as typed, with or without commas; nothing for what is no amount (yet).
export function cents(typed: string | undefined | null): bigint | undefined {
  return hundredths(typed?.replaceAll(',', ''))
}

// An amount as it is sent: two decimals, no commas; what is no amount stays for the service to refuse.
export function amountOf(typed: string): string {
  const amount = cents(typed)
  return amount === undefined ? typed.trim() : textOf(amount)
}

export function sum(...amounts: (string | undefined | null)[]): string {
  return textOf(amounts.reduce((all, one) => all + (cents(one) ?? 0n), 0n))
}

export function minus(from: string | undefined | null, ...amounts: (string | undefined | null)[]): string {
  return textOf((cents(from) ?? 0n) - (cents(sum(...amounts)) ?? 0n))
}

// Rounded half up to cents, as the services do.
export function times(amount: string, quantity: string): string {
  const product = (cents(amount) ?? 0n) * (cents(quantity) ?? 0n)
  return textOf((product + HUNDRED / 2n) / HUNDRED)
}

export function homeOf(lines: Line[] | undefined): Line | undefined {
  return lines?.find((line) => line.kind === 'HOME') ?? lines?.[0]
}
