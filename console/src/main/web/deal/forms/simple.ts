import { answer, approvals, deals } from '../../api/client'
import { today } from '../days'
import { amountOf } from '../sums'
import type { About } from './about'

// Commands that ask for a few plain things: which, and how they are sent. One form shows all of them.
export type Filled = Record<string, string>

export interface Field {
  name: string
  kind: 'text' | 'long' | 'money' | 'date' | 'yes'
  max?: number
  optional?: boolean
  first?: (about: About) => string
}

export interface Simple {
  fields: Field[]
  send(about: About, filled: Filled, key: string): Promise<unknown>
}

const REASON: Field = { name: 'reason', kind: 'long', max: 500 }
const WHY: Field = { name: 'reason', kind: 'long', max: 2000 }
const CANCELLED_ON: Field = { name: 'cancelledOn', kind: 'date', first: today }

const said = (filled: Filled, name: string): string => filled[name]?.trim() ?? ''
const orNothing = (filled: Filled, name: string): string | undefined => said(filled, name) || undefined
const money = (filled: Filled, name: string): string => amountOf(said(filled, name))
const of = ({ deal }: About, key: string) => ({ params: { path: { id: deal.id ?? '' }, header: { 'Idempotency-Key': key } } })
const on = ({ subject }: About, key: string) => ({ params: { path: { id: subject ?? '' }, header: { 'Idempotency-Key': key } } })

const withdraw: Simple = {
  fields: [REASON],
  send: (about, filled, key) => answer(approvals.POST('/api/v1/approvals/{id}/withdraw', { ...on(about, key), body: { reason: said(filled, 'reason') } })),
}

export const SIMPLE: Record<string, Simple> = {
  'confirm-unit': {
    fields: [],
    send: (about, _, key) => answer(deals.POST('/api/v1/deals/{id}/unit-confirmation', { ...of(about, key), body: {} })),
  },
  'submit-filing': {
    fields: [],
    send: (about, _, key) => answer(deals.POST('/api/v1/deals/{id}/filings', { ...of(about, key), body: {} })),
  },
  'record-acceptance': {
    fields: [
      { name: 'registrationNumber', kind: 'text', max: 60 },
      { name: 'filedOn', kind: 'date', first: today },
    ],
    send: (about, filled, key) =>
      answer(
        deals.POST('/api/v1/deals/{id}/filings/acceptance', {
          ...of(about, key),
          body: { registrationNumber: said(filled, 'registrationNumber'), filedOn: said(filled, 'filedOn') },
        }),
      ),
  },
  'record-return': {
    fields: [REASON],
    send: (about, filled, key) => answer(deals.POST('/api/v1/deals/{id}/filings/return', { ...of(about, key), body: { reason: said(filled, 'reason') } })),
  },
  'cancel-filing': {
    fields: [CANCELLED_ON, REASON],
    send: (about, filled, key) =>
      answer(
        deals.POST('/api/v1/deals/{id}/filings/cancellation', {
          ...of(about, key),
          body: { cancelledOn: said(filled, 'cancelledOn'), reason: said(filled, 'reason') },
        }),
      ),
  },
  lapse: {
    fields: [REASON, { name: 'forfeit', kind: 'yes' }],
    send: (about, filled, key) =>
      answer(deals.POST('/api/v1/deals/{id}/lapse', { ...of(about, key), body: { reason: said(filled, 'reason'), forfeit: said(filled, 'forfeit') !== '' } })),
  },
  'request-void': {
    fields: [WHY],
    send: (about, filled, key) => answer(deals.POST('/api/v1/deals/{id}/void-requests', { ...of(about, key), body: { reason: said(filled, 'reason') } })),
  },
  'pay-out-refund': {
    fields: [
      { name: 'slip', kind: 'text', max: 100 },
      { name: 'earlyReason', kind: 'long', max: 500, optional: true },
    ],
    send: (about, filled, key) =>
      answer(
        deals.POST('/api/v1/deals/{id}/refund-payouts', {
          ...of(about, key),
          body: { slip: said(filled, 'slip'), earlyReason: orNothing(filled, 'earlyReason') },
        }),
      ),
  },
  'withdraw-change': withdraw,
  withdraw,
  // Of a receipt.
  void: {
    fields: [REASON],
    send: (about, filled, key) => answer(deals.POST('/api/v1/receipts/{id}/void', { ...on(about, key), body: { reason: said(filled, 'reason') } })),
  },
  // Of a mortgage.
  'hand-in-document': {
    fields: [],
    send: (about, _, key) => answer(deals.POST('/api/v1/deals/{id}/mortgage/documents', { ...of(about, key), body: { name: about.subject ?? '' } })),
  },
  submit: {
    fields: [],
    send: (about, _, key) => answer(deals.POST('/api/v1/deals/{id}/mortgage/submission', { ...of(about, key), body: {} })),
  },
  'record-approval': {
    fields: [{ name: 'amount', kind: 'money', first: ({ mortgage }) => mortgage?.loanAmount ?? '' }],
    send: (about, filled, key) =>
      answer(deals.POST('/api/v1/deals/{id}/mortgage/approval', { ...of(about, key), body: { amount: money(filled, 'amount') } })),
  },
  'record-refusal': {
    fields: [REASON],
    send: (about, filled, key) => answer(deals.POST('/api/v1/deals/{id}/mortgage/refusal', { ...of(about, key), body: { reason: said(filled, 'reason') } })),
  },
  'record-disbursement': {
    fields: [
      { name: 'amount', kind: 'money', first: ({ mortgage }) => mortgage?.approvedAmount ?? mortgage?.loanAmount ?? '' },
      { name: 'slip', kind: 'text', max: 60 },
      { name: 'account', kind: 'text', max: 60, optional: true },
      { name: 'sameSlipBecause', kind: 'text', max: 500, optional: true },
    ],
    send: (about, filled, key) =>
      answer(
        deals.POST('/api/v1/deals/{id}/mortgage/disbursement', {
          ...of(about, key),
          body: {
            amount: money(filled, 'amount'),
            slip: said(filled, 'slip'),
            account: orNothing(filled, 'account'),
            sameSlipBecause: orNothing(filled, 'sameSlipBecause'),
          },
        }),
      ),
  },
  'record-cancellation': {
    fields: [CANCELLED_ON, REASON],
    send: (about, filled, key) =>
      answer(
        deals.POST('/api/v1/deals/{id}/mortgage/cancellation', {
          ...of(about, key),
          body: { cancelledOn: said(filled, 'cancelledOn'), reason: said(filled, 'reason') },
        }),
      ),
  },
}
