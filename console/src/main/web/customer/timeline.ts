import type { components } from '../api/generated/customer'

type Schemas = components['schemas']

export type Entry =
  | { kind: 'visit'; at: string; visit: Schemas['ShownVisit'] }
  | { kind: 'call'; at: string; call: Schemas['ShownCall'] }
  | { kind: 'talk'; at: string; talk: Schemas['ShownFollowUp'] }
  | { kind: 'moved'; at: string; change: Schemas['ShownChange'] }
  | { kind: 'merged'; at: string; merge: Schemas['ShownMerge'] }
  | { kind: 'registered'; at: string }

export interface Records {
  visits: Schemas['ShownVisit'][]
  talks: Schemas['ShownFollowUp'][]
  calls?: Schemas['ShownCall'][]
  changes: Schemas['ShownChange'][]
  merges: Schemas['ShownMerge'][]
  registeredAt: string | undefined
}

// All that happened with a customer, the latest first; what is only planned has not happened.
export function timeline({ visits, talks, calls = [], changes, merges, registeredAt }: Records): Entry[] {
  const all: Entry[] = [
    ...visits.map((visit): Entry => ({ kind: 'visit', at: visit.receivedAt ?? '', visit })),
    ...talks.filter((talk) => talk.state === 'DONE').map((talk): Entry => ({ kind: 'talk', at: talk.at ?? '', talk })),
    ...calls.map((call): Entry => ({ kind: 'call', at: call.endedAt ?? '', call })),
    ...changes.map((change): Entry => ({ kind: 'moved', at: change.decidedAt ?? '', change })),
    ...merges.map((merge): Entry => ({ kind: 'merged', at: merge.mergedAt ?? '', merge })),
    ...(registeredAt ? [{ kind: 'registered', at: registeredAt } as const] : []),
  ]
  return all.sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
}

// The plans that wait, the earliest first.
export function plansOf(talks: Schemas['ShownFollowUp'][]): Schemas['ShownFollowUp'][] {
  return talks.filter((talk) => talk.state === 'PLANNED').sort((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''))
}
