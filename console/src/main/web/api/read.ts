import { useInfiniteQuery, useQuery, type keepPreviousData, type UseQueryReturnType } from '@tanstack/vue-query'
import type { Client } from 'openapi-fetch'
import { computed, reactive, toValue, type MaybeRefOrGetter } from 'vue'
import { answer } from './client'
import { wholeList } from './pages'
import type { Problem } from './problem'
import { queries } from './queries'

type Read<Paths, Path extends keyof Paths> = Paths[Path] extends { get: infer Operation } ? Operation : never
export type Got<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer Body } } } } ? Body : never
type Item<Operation> = Got<Operation> extends { items?: (infer One)[] } ? One : never
type Named<Operation> = Operation extends { parameters: { path: infer Place } } ? (Place extends object ? { path: Place } : unknown) : unknown
type Asked<Operation> = Operation extends { parameters: { query?: infer Query } } ? { query?: Query } : unknown
type AskedWhole<Operation> = Operation extends { parameters: { query?: infer Query } } ? { query?: Omit<NonNullable<Query>, 'cursor' | 'limit'> } : unknown
type AskedPages<Operation> = Operation extends { parameters: { query?: infer Query } } ? { query?: Omit<NonNullable<Query>, 'cursor'> } : unknown
type Narrowed<Operation> = Operation extends { parameters: { query?: infer Query } } ? Omit<NonNullable<Query>, 'cursor'> : never
interface PageOf<T> {
  items?: T[]
  next?: string | null
}
type Get<Answer> = (path: string, asked: object) => Promise<{ data?: Answer; error?: unknown; response: Response }>

interface How {
  enabled?: MaybeRefOrGetter<boolean>
  placeholderData?: typeof keepPreviousData
  refetchInterval?: number | false
  refetchIntervalInBackground?: boolean
  retry?: false
  staleTime?: number
}

// What an address answers, kept under a key: it is asked for afresh by the beginning of that.
export function useRead<Paths extends {}, Path extends keyof Paths & string>(
  client: Client<Paths>,
  path: Path,
  key: () => unknown[],
  params: () => Named<Read<Paths, Path>> & Asked<Read<Paths, Path>>,
  how: How = {},
): UseQueryReturnType<Got<Read<Paths, Path>>, Problem> {
  const get = client.GET as unknown as Get<Got<Read<Paths, Path>>>
  return useKept(key, () => answer(get(path, { params: params() })), how)
}

// A list read to its end, for what is shown as a whole; a long one no further than `most`.
export function useWhole<Paths extends {}, Path extends keyof Paths & string>(
  client: Client<Paths>,
  path: Path,
  key: () => unknown[],
  params: () => Named<Read<Paths, Path>> & AskedWhole<Read<Paths, Path>>,
  { most, ...how }: How & { most?: number } = {},
): UseQueryReturnType<Item<Read<Paths, Path>>[], Problem> {
  const get = client.GET as unknown as Get<PageOf<Item<Read<Paths, Path>>>>
  const page = (cursor: string | undefined): object => ({ params: { ...(params() as object), query: { ...(params() as { query?: object }).query, cursor, limit: 200 } } })
  return useKept(key, () => wholeList((cursor) => answer(get(path, page(cursor))), most), how)
}

function useKept<Answer>(key: () => unknown[], ask: () => Promise<Answer>, how: How): UseQueryReturnType<Answer, Problem> {
  return useQuery<Answer, Problem>({
    ...how,
    enabled: computed(() => toValue(how.enabled) ?? true),
    queryKey: computed(key),
    queryFn: ask,
  } as Parameters<typeof useQuery<Answer, Problem>>[0]) as UseQueryReturnType<Answer, Problem>
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

// A list of the services, page after page by its cursor, as one list.
export function useListed<T>(key: () => unknown[], ask: (cursor: string | undefined) => Promise<PageOf<T>>, { enabled, ...how }: How = {}): Listed<T> {
  const pages = useInfiniteQuery({
    ...how,
    queryKey: computed(key),
    enabled: computed(() => toValue(enabled) ?? true),
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

// The list at an address, fifty at once where nothing else is asked.
export function useList<Paths extends {}, Path extends keyof Paths & string>(
  client: Client<Paths>,
  path: Path,
  key: () => unknown[],
  params: () => Named<Read<Paths, Path>> & AskedPages<Read<Paths, Path>>,
  how: How = {},
): Listed<Item<Read<Paths, Path>>> {
  const get = client.GET as unknown as Get<PageOf<Item<Read<Paths, Path>>>>
  const page = (cursor: string | undefined): object => ({ params: { ...(params() as object), query: { limit: 50, ...(params() as { query?: object }).query, cursor } } })
  return useListed(key, (cursor) => answer(get(path, page(cursor))), how)
}

// One that nothing stands above: it is kept under its name and what is asked, and asked for afresh by its name.
export function useItems<Paths extends {}, Path extends keyof Paths & string>(
  client: Client<Paths>,
  path: Path,
  name: string,
  query: () => Narrowed<Read<Paths, Path>>,
  how?: How,
): Listed<Item<Read<Paths, Path>>> {
  return useList(client, path, () => [name, query()], () => ({ query: query() }) as unknown as Named<Read<Paths, Path>> & AskedPages<Read<Paths, Path>>, how)
}

// What begins with these is asked for again, wherever it is shown. What is under way may have been answered before the
// change: once it is there it counts as old. It is not dropped, or a slow line would never show a list that changes often.
export async function afresh(...keys: (string | unknown[])[]): Promise<void> {
  await Promise.all(
    keys.map((key) => {
      const queryKey = typeof key === 'string' ? [key] : key
      for (const { promise, queryKey: one } of queries.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' })) {
        const old = () => queries.invalidateQueries({ queryKey: one, exact: true }, { cancelRefetch: false })
        promise?.then(old, () => undefined)
      }
      return queries.invalidateQueries({ queryKey })
    }),
  )
}

// What an answer offers to whoever asked: the names of its actions that are theirs. Buttons come from here alone;
// nothing in the browser repeats roles or stages.
export function offersOf(answer: { actions?: { name?: string; yours?: boolean }[] } | undefined): Set<string> {
  return new Set((answer?.actions ?? []).filter((action) => action.yours).map((action) => action.name ?? ''))
}
