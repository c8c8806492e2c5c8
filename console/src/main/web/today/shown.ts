// What a row says of a deal.
export interface Shown {
  id?: string
  stage?: string
  ticket?: string
  customerName?: string
  consultant?: string
  overdue?: boolean
  total?: string
  lines?: { label?: string }[]
  buyers?: { name?: string }[]
}
