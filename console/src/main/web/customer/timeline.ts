import type { CustomerSchemas as Schemas } from '../api/client'

export type Entry = Schemas['ShownEntry']
export type EntryKind = Schemas['EntryKind']

// What people look for together, in the order of the chips; kinds that stand nowhere else are the others.
const GROUPS: Record<string, readonly EntryKind[]> = {
  ALL: [],
  VISIT: ['VISIT'],
  CALL: ['CALL'],
  TALK: ['FOLLOW_UP', 'PLAN'],
  DEAL: ['TICKET', 'ORDER_FORM', 'CONTRACT', 'FILING', 'CHANGE', 'APPROVAL'],
  MONEY: ['MONEY'],
  CARE: ['CARE', 'COMPLAINT'],
  OWNER: ['OWNER', 'MERGE'],
  OTHER: ['REGISTERED', 'CORRECTION', 'LOSS', 'REVIEW', 'REFERRAL'],
}
export const GROUP_NAMES = Object.keys(GROUPS)

export function kindsOf(group: string): EntryKind[] {
  return [...(GROUPS[group] ?? [])]
}

export function groupOf(kind: EntryKind | undefined): string {
  return GROUP_NAMES.find((name) => kind !== undefined && GROUPS[name]?.includes(kind)) ?? 'OTHER'
}

// Lines of a picture of 20 × 20, by group.
export const ICONS: Record<string, string> = {
  VISIT: 'M4 18V9l6-5 6 5v9M8 18v-5h4v5',
  CALL: 'M5 3h3l1.5 4-2 1.5a9 9 0 0 0 4 4l1.5-2 4 1.5v3a2 2 0 0 1-2 2A13 13 0 0 1 3 5a2 2 0 0 1 2-2',
  TALK: 'M3 5h14v9H9l-4 3v-3H3z',
  DEAL: 'M5 3h7l3 3v11H5zM8 9h4M8 12h4',
  MONEY: 'M6 4l4 6 4-6M10 10v7M6.5 11h7M6.5 14h7',
  CARE: 'M10 16S4 12 4 8a3 3 0 0 1 6-1 3 3 0 0 1 6 1c0 4-6 8-6 8',
  OWNER: 'M3 7h12l-3-3M17 13H5l3 3',
  OTHER: 'M10 10m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0M10 6.500v4l2.500 1.500',
}

// The word for what happened: where one word means two things, its kind says which.
export function wordOf(words: Record<string, string>, entry: Entry): string {
  return words[`${entry.kind}.${entry.what}`] ?? words[entry.what] ?? words[entry.kind] ?? entry.what
}

// What callers asked about, as the call keeps it.
export function questionsOf(entry: Entry): string {
  const asked: unknown = entry.texts.questions ? JSON.parse(entry.texts.questions) : []
  return Array.isArray(asked) ? asked.map((one: { question?: string }) => one.question ?? '').filter(Boolean).join('、') : ''
}

// The plans that wait, the earliest first.
export function plansOf(talks: Schemas['ShownFollowUp'][]): Schemas['ShownFollowUp'][] {
  return talks.filter((talk) => talk.state === 'PLANNED').sort((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''))
}
