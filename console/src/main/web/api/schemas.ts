import type { components as Approval } from './generated/approval'
import type { components as Commission } from './generated/commission'
import type { components as Customer } from './generated/customer'
import type { components as Deal } from './generated/deal'
import type { components as Inventory } from './generated/inventory'
import type { components as Reporting } from './generated/reporting'

// What the interface documents call by a name, service by service.
export type ApprovalSchemas = Approval['schemas']
export type CommissionSchemas = Commission['schemas']
export type CustomerSchemas = Customer['schemas']
export type DealSchemas = Deal['schemas']
export type InventorySchemas = Inventory['schemas']
export type ReportingSchemas = Reporting['schemas']
