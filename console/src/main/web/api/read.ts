import { useQuery, type keepPreviousData, type UseQueryReturnType } from '@tanstack/vue-query'
import type { Client } from 'openapi-fetch'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer } from './client'
import { wholeList } from './pages'
import type { Problem } from './problem'

export type Read<Paths, Path extends keyof Paths> = Paths[Path] extends { get: infer Operation } ? Operation : never
export type Got<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer Body } } } } ? Body : never
export type Item<Operation> = Got<Operation> extends { items?: (infer One)[] } ? One : never
type Named<Operation> = Operation extends { parameters: { path: infer Place } } ? (Place extends object ? { path: Place } : unknown) : unknown
type Asked<Operation> = Operation extends { parameters: { query?: infer Query } } ? { query?: Query } : unknown
type AskedWhole<Operation> = Operation extends { parameters: { query?: infer Query } } ? { query?: Omit<NonNullable<Query>, 'cursor' | 'limit'> } : unknown
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
  const get = client.GET as unknown as Get<{ items?: Item<Read<Paths, Path>>[]; next?: string | null }>
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
