import type { InventorySchemas as Schemas } from '../api/client'

type Correction = Pick<Schemas['Correct'], 'layout' | 'view' | 'productType'>

// What differs from the unit as it stands; nothing is corrected to nothing.
export function corrected(unit: Correction, typed: Correction): Correction {
  const entries = Object.entries(typed).map(([name, value]) => [name, value?.trim()] as const)
  return Object.fromEntries(entries.filter(([name, value]) => value && value !== unit[name as keyof Correction])) as Correction
}
