import { isPositive } from './sums'
import { today } from './days'
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
}

function facts(deal: Deal, form: OrderForm | undefined, schedule: Schedule | undefined): Record<StepName, Fact> {
  const signed = WITH_CONTRACT.has(deal.stage ?? '')
  const full = signed || deal.stage === 'SUBSCRIBED'
  const lines = schedule?.lines ?? []
  const next = lines.find((line) => isPositive(line.outstanding) && line.dueOn)
  return {
    ticket: { done: true, at: deal.openedAt, what: deal.ticket },
    confirmed: { done: deal.unitConfirmed === true || full },
    deposit: { done: full && !isPositive(deal.depositOutstanding), by: deal.stage === 'RESERVED' ? deal.topUpBy : undefined, what: deal.depositTotal },
    form: {
      done: signed || deal.orderForm?.state === 'SIGNED',
      at: deal.orderForm?.state === 'SIGNED' ? form?.signatures?.at(-1)?.at : undefined,
      what: deal.orderForm?.total,
    },
    buyers: { done: signed || ((deal.buyers?.length ?? 0) > 0 && deal.buyers!.every((buyer) => buyer.checked)) },
    contract: { done: signed, at: deal.contract?.signedOn, by: signed ? undefined : deal.signBy, what: deal.contract?.number },
    paid: {
      done: signed && lines.length > 0 && !isPositive(schedule?.outstanding),
      by: next?.dueOn,
      what: signed ? schedule?.paid : undefined,
    },
    filed: { done: deal.stage === 'FILED', at: deal.stage === 'FILED' ? deal.stageSince : undefined, by: signed && deal.stage !== 'FILED' ? deal.contract?.fileBy : undefined },
  }
}

export function stepsOf(deal: Deal, form?: OrderForm, schedule?: Schedule): Step[] {
  const known = facts(deal, form, schedule)
  const next = STEPS.find((name) => !known[name].done)
  return STEPS.map((name) => {
    const { done, at, by, what } = known[name]
    const isLate = !done && by !== undefined && by < today()
    return { name, state: done ? 'done' : isLate ? 'late' : name === next ? 'now' : 'open', at, by: done ? undefined : by, what }
  })
}

export function hasEnded(deal: Deal): boolean {
  return ['VOIDED', 'REFUNDED', 'SWAPPED', 'LAPSED'].includes(deal.stage ?? '')
}

// Overdue first, then by the day that comes next.
export function byUrgency(one: Deal, other: Deal): number {
  return Number(other.overdue ?? false) - Number(one.overdue ?? false) || (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9')
}
