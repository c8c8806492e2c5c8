import type { paths as Deals } from '../api/generated/deal'
import type { Sent } from '../api/command'
import type { Got } from '../api/read'

// The shapes of this feature by the addresses that answer them: names of schemas may change, addresses do not.
type Items<Page> = Page extends { items?: (infer Item)[] } ? Item : never

export type Deal = Got<Deals['/api/v1/deals/{id}']['get']>
export type Line = NonNullable<Deal['lines']>[number]
export type Action = NonNullable<Deal['actions']>[number]
export type OrderForm = Got<Deals['/api/v1/order-forms/{id}']['get']>
export type Schedule = Got<Deals['/api/v1/deals/{id}/payment-schedule']['get']>
export type Mortgage = Got<Deals['/api/v1/deals/{id}/mortgage']['get']>
export type Filing = Items<Got<Deals['/api/v1/deals/{id}/filings']['get']>>
export type Receipt = Items<Got<Deals['/api/v1/receipts']['get']>>
export type Request = Items<Got<Deals['/api/v1/deals/{id}/requests']['get']>>

export type Drawn = Sent<Deals['/api/v1/deals/{id}/order-forms']['post']>
export type Previewed = Sent<Deals['/api/v1/deals/{id}/order-forms/preview']['post']>
export type Buyer = Drawn['buyers'][number]
export type Deposit = Sent<Deals['/api/v1/deals/{id}/deposits']['post']>
export type Payment = Sent<Deals['/api/v1/deals/{id}/payments']['post']>
export type Method = Payment['method']
export type Payer = NonNullable<Payment['payer']>
export type Contract = Sent<Deals['/api/v1/deals/{id}/contracts']['post']>
export type Scheme = Contract['scheme']
export type BuyerCheck = Sent<Deals['/api/v1/deals/{id}/buyer-checks']['post']>
export type Refund = Sent<Deals['/api/v1/deals/{id}/refund-requests']['post']>
