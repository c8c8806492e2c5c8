import type { DealSchemas as Schemas } from '../api/client'

export type Account = Schemas['Account']
export type Nature = Schemas['Nature']
export type Receipt = Schemas['ReceiptAnswer']
export type ReceiptKind = NonNullable<Receipt['kind']>
export type ReceiptMethod = Schemas['PaymentMethodType']
export type ReceiptState = NonNullable<Receipt['state']>
export type Entry = Schemas['Entry']
export type What = NonNullable<Entry['what']>
export type Outstanding = Schemas['Outstanding']
export type Payable = Schemas['Payable']
export type Balance = Schemas['Balance']
export type Week = Schemas['Week']
