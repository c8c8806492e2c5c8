import { hundredths } from '../api/exact'
import type { Cell } from '../live/cells'

export interface Filter {
  hidden: ReadonlySet<string>
  productType: string
  layout: string
  // In ten thousands, as people type them.
  from: string
  to: string
}

export const NOTHING_LEFT_OUT: Filter = { hidden: new Set(), productType: '', layout: '', from: '', to: '' }

export function isNarrowed(filter: Filter): boolean {
  return filter.productType !== '' || filter.layout !== '' || filter.from.trim() !== '' || filter.to.trim() !== ''
}

const TEN_THOUSAND = 10_000n

// Whether a cell is left out; a bound that is no amount bounds nothing, a unit without a price is in no range.
export function leavesOut({ hidden, productType, layout, from, to }: Filter): (cell: Cell) => boolean {
  const least = bound(from)
  const most = bound(to)
  return (cell) => {
    if (hidden.has(cell.state) || (productType && cell.productType !== productType) || (layout && cell.layout !== layout)) {
      return true
    }
    if (least === undefined && most === undefined) {
      return false
    }
    const total = hundredths(cell.total)
    return total === undefined || (least !== undefined && total < least) || (most !== undefined && total > most)
  }
}

function bound(typed: string): bigint | undefined {
  const amount = hundredths(typed)
  return amount === undefined ? undefined : amount * TEN_THOUSAND
}
