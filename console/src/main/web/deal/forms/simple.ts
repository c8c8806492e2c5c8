import { approvals, deals } from '../../api/client'
import { post } from '../../api/command'
import { today } from '../../words/days'
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
const CANCELLED_ON: Field = { name: 'cancelledOn', kind: 'date', first: () => today() }

const said = (filled: Filled, name: string): string => filled[name]?.trim() ?? ''
const orNothing = (filled: Filled, name: string): string | undefined => said(filled, name) || undefined
const money = (filled: Filled, name: string): string => amountOf(said(filled, name))
const of = ({ deal }: About) => ({ id: deal.id ?? '' })
const on = ({ subject }: About) => ({ id: subject ?? '' })

const withdraw: Simple = {
  fields: [REASON],
  send: (about, filled, key) => post(approvals, '/api/v1/approvals/{id}/withdraw', key, { path: on(about), body: { reason: said(filled, 'reason') } }),
}

export const SIMPLE: Record<string, Simple> = {
  'confirm-unit': {
    fields: [],
    send: (about, _, key) => post(deals, '/api/v1/deals/{id}/unit-confirmation', key, { path: of(about), body: {} }),
  },
  'submit-filing': {
    fields: [],
    send: (about, _, key) => post(deals, '/api/v1/deals/{id}/filings', key, { path: of(about), body: {} }),
  },
  'record-acceptance': {
    fields: [
      { name: 'registrationNumber', kind: 'text', max: 60 },
      { name: 'filedOn', kind: 'date', first: () => today() },
    ],
    send: (about, filled, key) =>
      post(deals, '/api/v1/deals/{id}/filings/acceptance', key, { path: of(about), body: { registrationNumber: said(filled, 'registrationNumber'), filedOn: said(filled, 'filedOn') } }),
  },
  'record-return': {
    fields: [REASON],
    send: (about, filled, key) => post(deals, '/api/v1/deals/{id}/filings/return', key, { path: of(about), body: { reason: said(filled, 'reason') } }),
  },
  'cancel-filing': {
    fields: [CANCELLED_ON, REASON],
    send: (about, filled, key) =>
      post(deals, '/api/v1/deals/{id}/filings/cancellation', key, { path: of(about), body: { cancelledOn: said(filled, 'cancelledOn'), reason: said(filled, 'reason') } }),
  },
  lapse: {
    fields: [REASON, { name: 'forfeit', kind: 'yes' }],
    send: (about, filled, key) =>
      post(deals, '/api/v1/deals/{id}/lapse', key, { path: of(about), body: { reason: said(filled, 'reason'), forfeit: said(filled, 'forfeit') !== '' } }),
  },
  'request-void': {
    fields: [WHY],
    send: (about, filled, key) => post(deals, '/api/v1/deals/{id}/void-requests', key, { path: of(about), body: { reason: said(filled, 'reason') } }),
  },
  'pay-out-refund': {
    fields: [
      { name: 'slip', kind: 'text', max: 100 },
      { name: 'earlyReason', kind: 'long', max: 500, optional: true },
    ],
    send: (about, filled, key) =>
      post(deals, '/api/v1/deals/{id}/refund-payouts', key, { path: of(about), body: { slip: said(filled, 'slip'), earlyReason: orNothing(filled, 'earlyReason') } }),
  },
  'withdraw-change': withdraw,
  withdraw,
  // Of a receipt.
  void: {
    fields: [REASON],
    send: (about, filled, key) => post(deals, '/api/v1/receipts/{id}/void', key, { path: on(about), body: { reason: said(filled, 'reason') } }),
  },
  // Of a mortgage.
  'hand-in-document': {
    fields: [],
    send: (about, _, key) => post(deals, '/api/v1/deals/{id}/mortgage/documents', key, { path: of(about), body: { name: about.subject ?? '' } }),
  },
  submit: {
    fields: [],
    send: (about, _, key) => post(deals, '/api/v1/deals/{id}/mortgage/submission', key, { path: of(about), body: {} }),
  },
  'record-approval': {
    fields: [{ name: 'amount', kind: 'money', first: ({ mortgage }) => mortgage?.loanAmount ?? '' }],
    send: (about, filled, key) => post(deals, '/api/v1/deals/{id}/mortgage/approval', key, { path: of(about), body: { amount: money(filled, 'amount') } }),
  },
  'record-refusal': {
    fields: [REASON],
    send: (about, filled, key) => post(deals, '/api/v1/deals/{id}/mortgage/refusal', key, { path: of(about), body: { reason: said(filled, 'reason') } }),
  },
  'record-disbursement': {
    fields: [
      { name: 'amount', kind: 'money', first: ({ mortgage }) => mortgage?.approvedAmount ?? mortgage?.loanAmount ?? '' },
      { name: 'slip', kind: 'text', max: 60 },
      { name: 'account', kind: 'text', max: 60, optional: true },
      { name: 'sameSlipBecause', kind: 'text', max: 500, optional: true },
    ],
    send: (about, filled, key) =>
      post(deals, '/api/v1/deals/{id}/mortgage/disbursement', key, {
        path: of(about),
        body: { amount: money(filled, 'amount'), slip: said(filled, 'slip'), account: orNothing(filled, 'account'), sameSlipBecause: orNothing(filled, 'sameSlipBecause') },
      }),
  },
  'record-cancellation': {
    fields: [CANCELLED_ON, REASON],
    send: (about, filled, key) =>
      post(deals, '/api/v1/deals/{id}/mortgage/cancellation', key, { path: of(about), body: { cancelledOn: said(filled, 'cancelledOn'), reason: said(filled, 'reason') } }),
  },
}
