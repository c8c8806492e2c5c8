import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, inventory } from '../api/client'
import { is, me } from '../session/me'

export interface OwnHold {
  unit: string
  label: string
  total: string | undefined
  customer: string
  expiresAt: string | undefined
}

// The holds of whoever is signed in: of the units that are held, the service says to a consultant whose hold it is of
// own ones alone. Ends by itself are not told, so they are asked for again.
export function useOwnHolds(project: Ref<string>) {
  const held = useQuery({
    queryKey: computed(() => ['own-holds', project.value]),
    enabled: computed(() => is('consultant') && project.value !== ''),
    queryFn: () => answer(inventory.GET('/api/v1/units', { params: { query: { project: project.value, state: 'HELD', limit: 200 } } })),
    refetchInterval: 15_000,
  })
  const holds = computed(() =>
    (held.data.value?.items ?? [])
      .filter((unit) => unit.hold?.consultant === me.value?.username)
      .map(
        (unit): OwnHold => ({
          unit: unit.id ?? '',
          label: unit.label ?? '',
          total: unit.listTotal,
          customer: unit.hold?.customer ?? '',
          expiresAt: unit.hold?.expiresAt,
        }),
      )
      .sort((one, other) => (one.expiresAt ?? '~').localeCompare(other.expiresAt ?? '~')),
  )
  return { holds, isLoading: held.isLoading, error: held.error }
}
