// Where each kind of paper is looked at, and where it is printed.
export type Kind = 'order-forms' | 'receipts' | 'requests' | 'report' | 'print'

export function addressesOf(kind: string, id: string): { page: string; prints: string } {
  switch (kind) {
    case 'print':
      return { page: `/api/v1/deal-prints/${id}/page`, prints: `/api/v1/deal-prints/${id}/copies` }
    case 'report':
      return { page: `/api/v1/deal-reports/${id}/paper`, prints: `/api/v1/deal-reports/${id}/prints` }
    default:
      return { page: `/api/v1/${kind}/${id}/paper`, prints: `/api/v1/${kind}/${id}/prints` }
  }
}
