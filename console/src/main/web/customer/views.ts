import type { CustomerSchemas as Schemas } from '../api/client'

export type ViewFilter = Schemas['ViewFilter']
export const FILTERS = ['kind', 'grade', 'owner', 'channel', 'source', 'overdue', 'pooled', 'unit', 'tag'] as const
export type Asked = Partial<Record<(typeof FILTERS)[number], string>>

// What stands in the address, as the service is asked for it.
export function filterOf(asked: Asked): ViewFilter {
  return {
    bought: asked.kind === 'bought' ? true : asked.kind === 'open' ? false : undefined,
    withoutPhone: asked.kind === 'no-phone' ? true : undefined,
    grade: (asked.grade || undefined) as ViewFilter['grade'],
    owner: asked.owner || undefined,
    channel: (asked.channel || undefined) as ViewFilter['channel'],
    source: asked.source || undefined,
    overdue: asked.overdue ? true : undefined,
    pooled: asked.pooled ? true : undefined,
    unit: asked.unit || undefined,
    tag: asked.tag || undefined,
  }
}

// The other way round.
export function askedOf(filter: ViewFilter): Asked {
  return {
    kind: filter.bought === true ? 'bought' : filter.bought === false ? 'open' : filter.withoutPhone ? 'no-phone' : '',
    grade: filter.grade ?? '',
    owner: filter.owner ?? '',
    channel: filter.channel ?? '',
    source: filter.source ?? '',
    overdue: filter.overdue ? 'yes' : '',
    pooled: filter.pooled ? 'yes' : '',
    unit: filter.unit ?? '',
    tag: filter.tag ?? '',
  }
}

export function isSame(one: Asked, other: Asked): boolean {
  return FILTERS.every((name) => (one[name] ?? '') === (other[name] ?? ''))
}
