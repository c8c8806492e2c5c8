import type { Buyer, Deal } from '../types'

export function nobody(): Buyer {
  return { name: '', phone: '', idType: 'ID_CARD', idNumber: '', share: '', main: false }
}

// Those who stand on the deal, where they are shown in full; who is masked has to be written anew.
export function namedBefore(deal: Deal): Buyer[] {
  const before = deal.buyers ?? []
  return before.some((buyer) => buyer.idNumber?.includes('*'))
    ? []
    : before.map((buyer) => ({
        name: buyer.name ?? '',
        phone: buyer.phone ?? '',
        idType: buyer.idType ?? 'ID_CARD',
        idNumber: buyer.idNumber ?? '',
        share: String(buyer.share ?? ''),
        main: buyer.main ?? false,
      }))
}

export function asSent(buyers: Buyer[]): Buyer[] {
  return buyers.map((buyer) => ({ ...buyer, name: buyer.name.trim(), idNumber: buyer.idNumber.trim(), phone: buyer.phone?.trim() || undefined, share: buyer.share.trim() }))
}
