// The way from nothing to the first hold: what is done of it, read from the services' own lists.
export type StepName = 'project' | 'people' | 'buildings' | 'prices' | 'certificates' | 'limits' | 'chains' | 'plan' | 'release'
// `unknown`: the caller's role does not see it, or it is being read.
export type Standing = 'done' | 'todo' | 'optional' | 'later' | 'unknown'

export interface Facts {
  buildings?: { units?: number; missingCertificates?: unknown[] }[]
  settings?: { isDefault?: boolean }[]
  chains?: { current?: boolean; confirmedBy?: string | null }[]
  plans?: unknown[]
  releases?: { state?: string }[]
}

export interface Counted {
  buildings: number
  complete: number
  units: number
  set: number
  ownChains: number
  hasPlan: boolean
  open: number
  planned: number
}

export function counted(facts: Facts): Counted {
  const buildings = facts.buildings ?? []
  return {
    buildings: buildings.length,
    complete: buildings.filter((one) => !one.missingCertificates?.length).length,
    units: buildings.reduce((sum, one) => sum + (one.units ?? 0), 0),
    set: (facts.settings ?? []).filter((one) => !one.isDefault).length,
    ownChains: (facts.chains ?? []).filter((one) => one.current && one.confirmedBy).length,
    hasPlan: (facts.plans ?? []).length > 0,
    open: (facts.releases ?? []).filter((one) => one.state === 'OPEN').length,
    planned: (facts.releases ?? []).filter((one) => one.state === 'PLANNED' || one.state === 'BLOCKED').length,
  }
}

export function standings(facts: Facts): Record<StepName, Standing> {
  const now = counted(facts)
  const known = (fact: unknown, standing: Standing): Standing => (fact === undefined ? 'unknown' : standing)
  return {
    project: 'done',
    people: 'later',
    buildings: known(facts.buildings, now.buildings ? 'done' : 'todo'),
    prices: known(facts.buildings, now.units ? 'done' : 'todo'),
    certificates: known(facts.buildings, now.buildings && now.complete === now.buildings ? 'done' : 'todo'),
    limits: known(facts.settings, now.set ? 'done' : 'optional'),
    chains: known(facts.chains, now.ownChains ? 'done' : 'optional'),
    plan: known(facts.plans, now.hasPlan ? 'done' : 'todo'),
    release: known(facts.releases, now.open ? 'done' : 'todo'),
  }
}
