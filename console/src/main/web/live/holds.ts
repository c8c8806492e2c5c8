import { computed, type Ref } from 'vue'
import { inventory } from '../api/client'
import { useRead, useWhole } from '../api/read'
import { is } from '../session/me'

interface Holder {
  consultant?: string
  customer?: string
}

// Ends by themselves are not told, so holds are asked for again.
const AGAIN_MILLIS = 15_000

// The homes that are held and that fit, with their prices. The service says to a consultant whose hold it is of own ones
// alone.
export function useHeld(project: Ref<string>, fits: (hold: Holder) => boolean) {
  const list = useRead(inventory, '/api/v1/units', () => ['held', project.value], () => ({ query: { project: project.value, state: 'HELD' as const, limit: 200 } }), {
    enabled: () => project.value !== '',
    refetchInterval: AGAIN_MILLIS,
  })
  const held = computed(() => (list.data.value?.items ?? []).filter((unit) => unit.hold !== undefined && fits(unit.hold)))
  return { list, held }
}

// The holds of whoever is signed in that no deal has claimed yet, the first to end first.
export function useOwnHolds(project: Ref<string>) {
  const list = useWhole(inventory, '/api/v1/holds', () => ['held', project.value, 'mine'], () => ({ query: { project: project.value, mine: true } }), {
    enabled: () => is('consultant') && project.value !== '',
    refetchInterval: AGAIN_MILLIS,
  })
  const holds = computed(() => (list.data.value ?? []).toSorted((one, other) => one.expiresAt.localeCompare(other.expiresAt)))
  return { holds, isLoading: list.isLoading, error: list.error }
}
