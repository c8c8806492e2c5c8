import type { components } from '../../main/web/api/generated/inventory'

// A unit as the sales-control table shows it, as far as a test does not say otherwise.
export function aCell(some: Partial<components['schemas']['Cell']>): components['schemas']['Cell'] {
  return { unit: '', building: '', section: '', floor: '', room: '', label: '', productType: 'RESIDENCE', state: 'AVAILABLE', ...some }
}
