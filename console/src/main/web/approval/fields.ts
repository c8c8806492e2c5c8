import { difference } from '../api/sums'
import type { Form } from './types'

// The catalogue of what stands on the forms: each field that deal-service sends or a step of a chain adds, and how it
// reads. Its words are in words.ts; a test holds it against what the services send.
type Reads = 'money' | 'area' | 'percent' | 'day' | 'count' | 'flag' | 'stage' | 'product' | 'basis' | 'line' | 'text'

export const FIELDS = {
  ticket: 'line',
  bookedOn: 'day',
  purchaseSituation: 'stage',
  unit: 'line',
  buyers: 'line',
  consultant: 'line',
  layout: 'line',
  productType: 'product',
  area: 'area',
  unitPrice: 'money',
  total: 'money',
  reason: 'text',
  normalDiscount: 'money',
  requestedDiscount: 'money',
  originalUnitPrice: 'money',
  originalTotal: 'money',
  discountedUnitPrice: 'money',
  discountedTotal: 'money',
  discountPercent: 'percent',
  originalUnit: 'line',
  originalLayout: 'line',
  originalProductType: 'product',
  originalArea: 'area',
  newUnit: 'line',
  newProductType: 'product',
  newArea: 'area',
  newUnitPrice: 'money',
  newDiscount: 'money',
  newTotal: 'money',
  swapOn: 'day',
  depositCarriedOver: 'money',
  allowedBySiteManager: 'flag',
  paidAmount: 'money',
  loanAmount: 'money',
  basis: 'basis',
  category: 'line',
  penalty: 'money',
  compensation: 'money',
  refundAmount: 'money',
  receipts: 'line',
  statement: 'text',
  renamedOn: 'day',
  buyersBefore: 'count',
  buyersAfter: 'count',
  ownerSigned: 'flag',
  newOwnerSigned: 'flag',
  wishes: 'text',
  newLayout: 'line',
  newInteriorArea: 'area',
  payoutOn: 'day',
  cost: 'money',
} as const satisfies Record<string, Reads>

export type Field = keyof typeof FIELDS

export function isField(name: string): name is Field {
  return name in FIELDS
}

export type Fields = Record<string, string>

// What stands side by side on a form: before and after, in the order in which the paper has them.
const COMPARED: Record<Form, { as: Field; before?: Field; after: Field }[]> = {
  DISCOUNT: [
    { as: 'requestedDiscount', before: 'normalDiscount', after: 'requestedDiscount' },
    { as: 'unitPrice', before: 'originalUnitPrice', after: 'discountedUnitPrice' },
    { as: 'total', before: 'originalTotal', after: 'discountedTotal' },
  ],
  SWAP: [
    { as: 'unit', before: 'originalUnit', after: 'newUnit' },
    { as: 'layout', before: 'originalLayout', after: 'newLayout' },
    { as: 'productType', before: 'originalProductType', after: 'newProductType' },
    { as: 'area', before: 'originalArea', after: 'newArea' },
    { as: 'unitPrice', before: 'originalUnitPrice', after: 'newUnitPrice' },
    { as: 'total', before: 'originalTotal', after: 'newTotal' },
  ],
  RENAME: [{ as: 'buyersBefore', before: 'buyersBefore', after: 'buyersAfter' }],
  LAYOUT_CHANGE: [
    { as: 'area', before: 'area', after: 'newArea' },
    { as: 'newInteriorArea', after: 'newInteriorArea' },
    { as: 'newLayout', after: 'newLayout' },
  ],
  REFUND: [],
  VOID: [],
}

export interface Compared {
  as: Field
  before: Field | undefined
  after: Field
  // After less before, where it is money.
  difference: string | undefined
}

export function comparison(form: Form, fields: Fields): Compared[] {
  return COMPARED[form]
    .filter((row) => fields[row.after] !== undefined)
    .map((row) => ({
      as: row.as,
      before: row.before,
      after: row.after,
      difference: FIELDS[row.after] === 'money' && row.before ? difference(fields[row.after], fields[row.before]) : undefined,
    }))
}

// The one amount that the decision is about.
export function stake(form: Form, fields: Fields, given: Fields = {}): string | undefined {
  switch (form) {
    case 'DISCOUNT':
      return difference(fields.discountedTotal, fields.originalTotal)
    case 'SWAP':
      return difference(fields.newTotal, fields.originalTotal)
    case 'REFUND':
      return fields.refundAmount
    case 'VOID':
      return fields.paidAmount
    case 'LAYOUT_CHANGE':
      return given.cost
    case 'RENAME':
      return undefined
  }
}

// Stands on top of the form and is not said again below.
const ON_TOP = new Set<string>(['unit', 'ticket', 'buyers', 'consultant'])

export interface Arranged {
  texts: string[]
  facts: string[]
}

// What is left to say: short facts, and what somebody has written.
export function arranged(form: Form, fields: Fields): Arranged {
  const shown = new Set<string>(comparison(form, fields).flatMap((row) => [row.after, ...(row.before ? [row.before] : [])]))
  // In the order of the catalogue, which is the paper's; what it does not know comes last.
  const known = Object.keys(FIELDS)
  const place = (name: string): number => (isField(name) ? known.indexOf(name) : known.length)
  const rest = Object.keys(fields)
    .filter((name) => !shown.has(name) && !ON_TOP.has(name))
    .sort((a, b) => place(a) - place(b))
  const isText = (name: string): boolean => isField(name) && FIELDS[name] === 'text'
  return { texts: rest.filter(isText), facts: rest.filter((name) => !isText(name)) }
}

// Which input a step's field needs; a field of a project's own chain is text.
export function inputOf(name: string): 'date' | 'money' | 'text' {
  if (!isField(name)) {
    return 'text'
  }
  return FIELDS[name] === 'day' ? 'date' : FIELDS[name] === 'money' ? 'money' : 'text'
}
