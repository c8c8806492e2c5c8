import { hundredths, textOf } from './exact'

// Sums of what a page shows, to the cent. What the services add up themselves is shown as they say it.
export function sumOf(amounts: Iterable<string | undefined | null>): string {
  let sum = 0n
  for (const amount of amounts) {
    sum += hundredths(amount) ?? 0n
  }
  return textOf(sum)
}

export function difference(later: string | undefined, earlier: string | undefined): string | undefined {
  const [to, from] = [hundredths(later), hundredths(earlier)]
  return to === undefined || from === undefined ? undefined : textOf(to - from)
}

export function isPositive(amount: string | undefined | null): boolean {
  return (hundredths(amount) ?? 0n) > 0n
}

export function isNegative(amount: string | undefined | null): boolean {
  return (hundredths(amount) ?? 0n) < 0n
}

// For sorting: the greater amount first.
export function byAmount(one: string | undefined | null, other: string | undefined | null): number {
  const [a, b] = [hundredths(one) ?? 0n, hundredths(other) ?? 0n]
  return a === b ? 0 : a < b ? 1 : -1
}

// How high a bar stands, and nothing else: what is read is the text.
export function height(amount: string | undefined | null): number {
  return Number(hundredths(amount) ?? 0n) / 100
}
