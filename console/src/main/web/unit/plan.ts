import { hundredths, textOf } from '../api/exact'

export interface Split {
  down: string
  loan: string
}

// In hundredths, as all amounts here.
const LOAN_STEP = 1_000_000n
const ALL = 10_000n

// A down payment of some per cent, whole or not; banks lend whole ten thousands, so that what is over is paid down.
export function split(total: string | undefined, percent: string): Split | undefined {
  const whole = hundredths(total)
  const share = hundredths(percent)
  if (whole === undefined || share === undefined || share < 0n || share > ALL) {
    return undefined
  }
  const atLeast = (whole * share) / ALL
  const loan = ((whole - atLeast) / LOAN_STEP) * LOAN_STEP
  return { down: textOf(whole - loan), loan: textOf(loan) }
}
