import type { DealSchemas as Schemas } from '../api/client'

export type Layout = Schemas['GrantedLayout']
export type Fact = 'layout' | 'area' | 'interiorArea'

const FACTS: { name: Fact; before?: string; after: string }[] = [
  { name: 'layout', before: 'layout', after: 'newLayout' },
  { name: 'area', before: 'area', after: 'newArea' },
  { name: 'interiorArea', after: 'newInteriorArea' },
]

// What the form says that is to be built: as it was, where the form says it, and as it is to be.
export function built(fields: Record<string, string>): { name: Fact; said: string }[] {
  return FACTS.filter(({ after }) => fields[after]).map(({ name, before, after }) => ({
    name,
    said: [before && fields[before], fields[after]].filter(Boolean).join(' → '),
  }))
}
