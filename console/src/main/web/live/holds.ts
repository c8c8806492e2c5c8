import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, inventory } from '../api/client'
import { wholeList } from '../api/pages'
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
  const list = useQuery({
    queryKey: computed(() => ['held', project.value]),
    enabled: computed(() => project.value !== ''),
    queryFn: () => answer(inventory.GET('/api/v1/units', { params: { query: { project: project.value, state: 'HELD', limit: 200 } } })),
    refetchInterval: AGAIN_MILLIS,
  })
  const held = computed(() => (list.data.value?.items ?? []).filter((unit) => unit.hold !== undefined && fits(unit.hold)))
  return { list, held }
}

// The holds of whoever is signed in that no deal has claimed yet, the first to end first.
export function useOwnHolds(project: Ref<string>) {
  const list = useQuery({
    queryKey: computed(() => ['held', project.value, 'mine']),
    enabled: computed(() => is('consultant') && project.value !== ''),
    queryFn: () =>
      wholeList((cursor) => answer(inventory.GET('/api/v1/holds', { params: { query: { project: project.value, mine: true, cursor, limit: 200 } } }))),
    refetchInterval: AGAIN_MILLIS,
  })
  const holds = computed(() => (list.data.value ?? []).toSorted((one, other) => one.expiresAt.localeCompare(other.expiresAt)))
  return { holds, isLoading: list.isLoading, error: list.error }
}
