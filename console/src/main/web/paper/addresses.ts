// Where each kind of paper is looked at, and where it is printed.
export type Kind = 'order-forms' | 'receipts' | 'requests' | 'report' | 'print' | keyof typeof ELSEWHERE

export interface Addresses {
  page: string
  prints: string
  // Of one that was printed.
  kept?: string
}

// Papers of other services than deal-service; what was printed there is a `customer-print` or an `inventory-print`.
const ELSEWHERE = {
  'customer-dossier': 'customer',
  'loss-report': 'customer',
  'visit-confirmation': 'customer',
  quote: 'inventory',
} as const

const KEPT = /^(?:([a-z]+)-)?print$/

export function isKept(kind: string): boolean {
  return KEPT.test(kind)
}

// Under which kind what was printed of such a paper is kept.
export function keptKind(kind: string): string {
  const service = kind in ELSEWHERE ? ELSEWHERE[kind as keyof typeof ELSEWHERE] : undefined
  return service ? `${service}-print` : isKept(kind) ? kind : 'print'
}

export function addressesOf(kind: string, id: string): Addresses {
  const print = KEPT.exec(kind)
  if (print) {
    const kept = `/api/v1/${print[1] ?? 'deal'}-prints/${id}`
    return { page: `${kept}/page`, prints: `${kept}/copies`, kept }
  }
  if (kind in ELSEWHERE) {
    const paper = `/api/v1/${ELSEWHERE[kind as keyof typeof ELSEWHERE]}-papers/${kind}/${id}`
    return { page: paper, prints: `${paper}/prints` }
  }
  switch (kind) {
    case 'report':
      return { page: `/api/v1/deal-reports/${id}/paper`, prints: `/api/v1/deal-reports/${id}/prints` }
    default:
      return { page: `/api/v1/${kind}/${id}/paper`, prints: `/api/v1/${kind}/${id}/prints` }
  }
}
