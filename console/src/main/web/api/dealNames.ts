import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, toValue, watchEffect, type MaybeRefOrGetter } from 'vue'
import { answer, deals } from './client'

export interface DealName {
  ticket: string
  home: string
  buyers: string
}

const FRESH_MILLIS = 300_000
const PAGE = 200

// What people call a deal, for lists that know it by its id alone. The list of deals is read page after page, until all
// that are asked for are named, and no further; to look at each deal for its name would be recorded as looks.
export function useDealNames(project: MaybeRefOrGetter<string>, asked: () => (string | undefined)[]) {
  const wanted = computed(() => asked().filter((id) => id !== undefined && id !== ''))
  const pages = useInfiniteQuery({
    queryKey: computed(() => ['deals', 'names', toValue(project)]),
    enabled: computed(() => toValue(project) !== '' && wanted.value.length > 0),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(deals.GET('/api/v1/deals', { params: { query: { project: toValue(project), cursor: pageParam, limit: PAGE } } })),
    getNextPageParam: (last) => last.next ?? undefined,
    staleTime: FRESH_MILLIS,
    refetchInterval: false,
    retry: false,
  })
  const names = computed(
    () =>
      new Map(
        (pages.data.value?.pages.flatMap((page) => page.items) ?? []).map((deal): [string, DealName] => [
          deal.id,
          {
            ticket: deal.ticket,
            home: deal.lines[0]?.label ?? '',
            buyers: deal.buyers.map((buyer) => buyer.name).join('、'),
          },
        ]),
      ),
  )
  const isReading = computed(() => pages.isLoading.value || pages.isFetchingNextPage.value)
  watchEffect(() => {
    if (pages.hasNextPage.value && !pages.isFetching.value && !pages.isError.value && wanted.value.some((id) => !names.value.has(id ?? ''))) {
      void pages.fetchNextPage({ cancelRefetch: false })
    }
  })
  return { names, isReading }
}
