import type { InventorySchemas as Schemas } from '../api/client'

type Recorded = Schemas['RecordedCertificate']
export type Standing = 'valid' | 'expired' | 'later' | 'revoked'

export const FIVE = ['LAND_USE', 'LAND_PLANNING', 'WORKS_PLANNING', 'CONSTRUCTION', 'PRE_SALE'] as const

// Where a record stands on a day. Whether a building may be sold is the service's word (missingCertificates); this
// only says why a record does not count.
export function standing(record: Recorded, today: string): Standing {
  if (record.revocation && (record.revocation.from ?? '') <= today) {
    return 'revoked'
  }
  if ((record.validFrom ?? '') > today) {
    return 'later'
  }
  return record.validUntil && record.validUntil < today ? 'expired' : 'valid'
}

// Of the records of one certificate the one that counts, or else the newest.
export function telling(records: Recorded[], certificate: string, today: string): Recorded | undefined {
  const own = records.filter((one) => one.certificate === certificate)
  return own.find((one) => standing(one, today) === 'valid') ?? own.sort((a, b) => (b.recordedAt ?? '').localeCompare(a.recordedAt ?? ''))[0]
}
