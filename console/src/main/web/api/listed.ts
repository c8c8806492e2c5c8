import { useInfiniteQuery, type keepPreviousData } from '@tanstack/vue-query'
import type { Client } from 'openapi-fetch'
import { computed, reactive } from 'vue'
import { answer } from './client'
import type { Item, Read } from './read'

interface PageOf<T> {
  items?: T[]
  next?: string | null
}

export interface Listed<T> {
  items: T[]
  isLoading: boolean
  hasMore: boolean
  isReadingMore: boolean
  problem: unknown
  more: () => void
  again: () => void
}

interface How {
  placeholderData?: typeof keepPreviousData
  refetchInterval?: number | false
  staleTime?: number
}

// A list of the services, page after page by its cursor, as one list.
export function useListed<T>(key: () => unknown[], ask: (cursor: string | undefined) => Promise<PageOf<T>>, isAsked = (): boolean => true, how: How = {}): Listed<T> {
  const pages = useInfiniteQuery({
    ...how,
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
    isReadingMore: pages.isFetchingNextPage,
    problem: pages.error,
    more: () => void pages.fetchNextPage(),
    again: () => void pages.refetch(),
  }) as Listed<T>
}

type Asked<Operation> = Operation extends { parameters: { query?: infer Query } } ? Omit<NonNullable<Query>, 'cursor'> : never

// The list at an address, fifty at once where nothing else is asked; it is asked for afresh by its name.
export function useItems<Paths extends {}, Path extends keyof Paths & string>(
  client: Client<Paths>,
  path: Path,
  name: string,
  query: () => Asked<Read<Paths, Path>>,
  isAsked?: () => boolean,
  how?: How,
): Listed<Item<Read<Paths, Path>>> {
  const get = client.GET as unknown as (path: string, asked: object) => Promise<{ data?: PageOf<Item<Read<Paths, Path>>>; error?: unknown; response: Response }>
  return useListed(
    () => [name, query()],
    (cursor) => answer(get(path, { params: { query: { ...query(), cursor, limit: (query() as unknown as { limit?: number }).limit ?? 50 } } })),
    isAsked,
    how,
  )
}
