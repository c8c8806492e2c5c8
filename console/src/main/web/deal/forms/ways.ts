import type { Method, Payer } from '../types'

// How money came in, as typed.
export interface Way {
  type: Method['type']
  slip: string
  accountNumber: string
  sameSlipBecause: string
  isByAnother: boolean
  payerName: string
  payerAccount: string
}

export function methodOf(way: Way): { method: Method; payer?: Payer } {
  const slip = way.slip.trim() || undefined
  const accountNumber = way.accountNumber.trim() || undefined
  const method: Method =
    way.type === 'CASH'
      ? { type: 'CASH' }
      : way.type === 'POS'
        ? { type: 'POS', slip, accountNumber }
        : { type: 'BANK_TRANSFER', slip, accountNumber, sameSlipBecause: way.sameSlipBecause.trim() || undefined }
  return way.isByAnother ? { method, payer: { name: way.payerName.trim(), account: way.payerAccount.trim() || undefined } } : { method }
}
