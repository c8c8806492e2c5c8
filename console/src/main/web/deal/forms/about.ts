import type { Deal, Mortgage, OrderForm } from '../types'

// What a command is about: the deal, and of its papers whichever the command concerns.
export interface About {
  deal: Deal
  form?: OrderForm | undefined
  mortgage?: Mortgage | undefined
  // The receipt, the document or the approval that was pressed.
  subject?: string | undefined
}
