import type { Effective } from './settings'
import type { Service } from './settingKeys'

// A setting that another project has otherwise, as it stands today.
export interface Difference {
  service: Service
  name: string
  here: string | undefined
  there: string | undefined
}

export function differences(service: Service, here: Effective[], there: Effective[]): Difference[] {
  const now = new Map(here.map((one) => [one.name, one.value]))
  return there
    .filter((one) => one.value !== now.get(one.name))
    .map((one) => ({ service, name: one.name ?? '', here: now.get(one.name), there: one.value }))
}
