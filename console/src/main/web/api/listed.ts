import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, reactive } from 'vue'

interface PageOf<T> {
  items?: T[]
  next?: string | null
}

export interface Listed<T> {
  items: T[]
  isLoading: boolean
  hasMore: boolean
  problem: unknown
  more: () => void
  again: () => void
}

// A list of the services, page after page by its cursor, as one list.
export function useListed<T>(key: () => unknown[], ask: (cursor: string | undefined) => Promise<PageOf<T>>, isAsked = (): boolean => true): Listed<T> {
  const pages = useInfiniteQuery({
    queryKey: computed(key),
    enabled: computed(isAsked),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => ask(pageParam),
    getNextPageParam: (last) => last.next ?? undefined,
  })
  return reactive({
    items: computed(() => pages.data.value?.pages.flatMap((page) => page.items ?? []) ?? []),
    isLoading: pages.isLoading,
    hasMore: pages.hasNextPage,
    problem: pages.error,
    more: () => void pages.fetchNextPage(),
    again: () => void pages.refetch(),
  }) as Listed<T>
}
