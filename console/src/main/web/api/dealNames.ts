import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, deals } from './client'
import { wholeList } from './pages'

export interface DealName {
  ticket: string
  home: string
  buyers: string
}

const FRESH_MILLIS = 300_000
const MOST_DEALS = 10_000

// What people call a deal, for lists that know it by its id alone: read once, and left out where the reader may not see
// deals.
export function useDealNames(project: MaybeRefOrGetter<string>) {
  const names = useQuery({
    queryKey: computed(() => ['deals', 'names', toValue(project)]),
    enabled: computed(() => toValue(project) !== ''),
    queryFn: async () => {
      const items = await wholeList(
        (cursor) => answer(deals.GET('/api/v1/deals', { params: { query: { project: toValue(project), cursor, limit: 200 } } })),
        MOST_DEALS,
      )
      return new Map(
        items.map((deal): [string, DealName] => [
          deal.id ?? '',
          {
            ticket: deal.ticket ?? '',
            home: deal.lines?.[0]?.label ?? '',
            buyers: (deal.buyers ?? []).map((buyer) => buyer.name).join('、'),
          },
        ]),
      )
    },
    staleTime: FRESH_MILLIS,
    refetchInterval: false,
    retry: false,
  })
  return computed(() => names.data.value ?? new Map<string, DealName>())
}
