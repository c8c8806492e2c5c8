import { isPositive } from '../api/sums'
import { today } from '../words/days'
import type { Deal, OrderForm, Schedule } from './types'

// The way of a deal from the hold to the filing, as a picture: what is done, where it stands, what is late. What may be
// done next is not said here but by the deal's actions.
export const STEPS = ['ticket', 'confirmed', 'deposit', 'form', 'buyers', 'contract', 'paid', 'filed'] as const
export type StepName = (typeof STEPS)[number]

export interface Step {
  name: StepName
  state: 'done' | 'now' | 'late' | 'open'
  // A moment or a day on which it was done.
  at?: string | undefined
  // The day by which it has to be done.
  by?: string | undefined
  // A number or an amount that belongs to it.
  what?: string | undefined
}

const WITH_CONTRACT = new Set(['CONTRACTED', 'FILED'])

interface Fact {
  done: boolean
  at?: string | undefined
  by?: string | undefined
  what?: string | undefined
  // Nothing is to be done about it for now.
  waits?: boolean
}

function facts(deal: Deal, form: OrderForm | undefined, schedule: Schedule | undefined): Record<StepName, Fact> {
  const signed = WITH_CONTRACT.has(deal.stage ?? '')
  const full = signed || deal.stage === 'SUBSCRIBED'
  const lines = schedule?.lines ?? []
  const next = lines.find((line) => isPositive(line.outstanding) && line.dueOn)
  return {
    ticket: { done: true, at: deal.openedAt, what: deal.ticket },
    confirmed: { done: deal.unitConfirmed === true || full },
    deposit: { done: signed || (full && !isPositive(deal.depositOutstanding)), by: deal.stage === 'RESERVED' ? deal.topUpBy : undefined, what: isPositive(deal.depositTotal) ? deal.depositTotal : undefined },
    form: {
      done: signed || deal.orderForm?.state === 'SIGNED',
      at: deal.orderForm?.state === 'SIGNED' ? form?.signatures?.at(-1)?.at : undefined,
      what: deal.orderForm?.total,
    },
    buyers: { done: signed || ((deal.buyers?.length ?? 0) > 0 && deal.buyers!.every((buyer) => buyer.checked)) },
    contract: { done: signed, at: deal.contract?.signedOn, by: signed ? undefined : deal.signBy, what: deal.contract?.number },
    paid: {
      done: signed && lines.length > 0 && !isPositive(schedule?.outstanding),
      waits: signed && lines.length > 0 && !isPositive(schedule?.due),
      by: next?.dueOn,
      what: signed ? schedule?.paid : undefined,
    },
    filed: { done: deal.stage === 'FILED', at: deal.stage === 'FILED' ? deal.stageSince : undefined, by: signed && deal.stage !== 'FILED' ? deal.contract?.fileBy : undefined },
  }
}

export function stepsOf(deal: Deal, form?: OrderForm, schedule?: Schedule): Step[] {
  const known = facts(deal, form, schedule)
  const next = STEPS.find((name) => !known[name].done && !known[name].waits)
  return STEPS.map((name) => {
    const { done, at, by, what } = known[name]
    // What has ended waits for nothing.
    const isOver = done || hasEnded(deal)
    const isLate = !isOver && by !== undefined && by < today()
    return { name, state: done ? 'done' : isLate ? 'late' : name === next && !isOver ? 'now' : 'open', at, by: isOver ? undefined : by, what }
  })
}

export function hasEnded(deal: Deal): boolean {
  return ['VOIDED', 'REFUNDED', 'SWAPPED', 'LAPSED'].includes(deal.stage ?? '')
}

// What of a deal is late: its top-up or signing, or its filing.
export function lateSince(deal: Deal): string | undefined {
  return deal.overdue ? deal.dueOn : deal.contract?.filingOverdue ? deal.contract.fileBy : undefined
}

function rank(deal: Deal): number {
  return hasEnded(deal) ? 3 : deal.stage === 'FILED' ? 2 : lateSince(deal) !== undefined ? 0 : 1
}

function nextDay(deal: Deal): string {
  return deal.dueOn ?? (deal.stage === 'CONTRACTED' ? deal.contract?.fileBy : undefined) ?? '9'
}

// What is late first, then by the day that comes next; what is finished last.
export function byUrgency(one: Deal, other: Deal): number {
  return rank(one) - rank(other) || nextDay(one).localeCompare(nextDay(other))
}
