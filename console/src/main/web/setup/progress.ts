// The way from nothing to the first hold: what is done of it, read from the services' own lists.
export const STEPS = ['project', 'buildings', 'prices', 'certificates', 'people', 'chains', 'plan', 'limits', 'release', 'hold'] as const
export type StepName = (typeof STEPS)[number]
// `unknown`: the caller's role does not see it, or it is being read.
export type Standing = 'done' | 'todo' | 'optional' | 'unknown'

export interface Facts {
  buildings?: { units?: number; missingCertificates?: unknown[] }[] | undefined
  people?: { state: string; posts: { project: string; role: string }[] }[] | undefined
  settings?: { isDefault?: boolean }[] | undefined
  chains?: { current?: boolean; confirmedBy?: string | null }[] | undefined
  plans?: unknown[] | undefined
  releases?: { state?: string }[] | undefined
  isHeld?: boolean | undefined
}

// Without these nobody can hold a unit and nobody can confirm it.
export const NEEDED = ['site-manager', 'consultant'] as const
export type Needed = (typeof NEEDED)[number]

export interface Counted {
  buildings: number
  complete: number
  units: number
  people: number
  missing: Needed[]
  set: number
  ownChains: number
  hasPlan: boolean
  open: number
  planned: number
}

export function counted(facts: Facts, project: string): Counted {
  const buildings = facts.buildings ?? []
  const people = (facts.people ?? []).filter((one) => one.state === 'ACTIVE')
  const roles = new Set(people.flatMap((one) => one.posts.filter((post) => post.project === project || post.project === '*').map((post) => post.role)))
  return {
    buildings: buildings.length,
    complete: buildings.filter((one) => !one.missingCertificates?.length).length,
    units: buildings.reduce((sum, one) => sum + (one.units ?? 0), 0),
    people: people.length,
    missing: NEEDED.filter((role) => !roles.has(role)),
    set: (facts.settings ?? []).filter((one) => !one.isDefault).length,
    ownChains: (facts.chains ?? []).filter((one) => one.current && one.confirmedBy).length,
    hasPlan: (facts.plans ?? []).length > 0,
    open: (facts.releases ?? []).filter((one) => one.state === 'OPEN').length,
    planned: (facts.releases ?? []).filter((one) => one.state === 'PLANNED' || one.state === 'BLOCKED').length,
  }
}

export function standings(facts: Facts, project: string): Record<StepName, Standing> {
  const now = counted(facts, project)
  const known = (fact: unknown, standing: Standing): Standing => (fact === undefined ? 'unknown' : standing)
  return {
    project: 'done',
    buildings: known(facts.buildings, now.buildings ? 'done' : 'todo'),
    prices: known(facts.buildings, now.units ? 'done' : 'todo'),
    certificates: known(facts.buildings, now.buildings && now.complete === now.buildings ? 'done' : 'todo'),
    people: known(facts.people, now.missing.length ? 'todo' : 'done'),
    chains: known(facts.chains, now.ownChains ? 'done' : 'optional'),
    plan: known(facts.plans, now.hasPlan ? 'done' : 'todo'),
    limits: known(facts.settings, now.set ? 'done' : 'optional'),
    release: known(facts.releases, now.open ? 'done' : 'todo'),
    hold: known(facts.isHeld, facts.isHeld ? 'done' : 'todo'),
  }
}

// The one to do next: the first in the line that is still to do.
export function nextOf(stands: Record<StepName, Standing>): StepName | undefined {
  return STEPS.find((name) => stands[name] === 'todo')
}
