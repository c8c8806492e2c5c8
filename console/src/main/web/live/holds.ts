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

interface Holder {
  consultant?: string
  customer?: string
}

export const isMine = (hold: Holder): boolean => hold.consultant === me.value?.username

// The homes that are held: one's own, or those held for a customer. The service says to a consultant whose hold it is of
// own ones alone. Ends by itself are not told, so they are asked for again.
export function useHeld(project: Ref<string>, fits: (hold: Holder) => boolean, isAsked = (): boolean => true) {
  const list = useQuery({
    queryKey: computed(() => ['held', project.value]),
    enabled: computed(() => isAsked() && project.value !== ''),
    queryFn: () => answer(inventory.GET('/api/v1/units', { params: { query: { project: project.value, state: 'HELD', limit: 200 } } })),
    refetchInterval: 15_000,
  })
  const held = computed(() => (list.data.value?.items ?? []).filter((unit) => unit.hold !== undefined && fits(unit.hold)))
  return { list, held }
}

// The holds of whoever is signed in, the first to end first.
export function useOwnHolds(project: Ref<string>) {
  const { list, held } = useHeld(project, isMine, () => is('consultant'))
  const holds = computed(() =>
    held.value
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
  return { holds, isLoading: list.isLoading, error: list.error }
}
