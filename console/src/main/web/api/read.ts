import { useQuery, type UseQueryReturnType } from '@tanstack/vue-query'
import type { Client } from 'openapi-fetch'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer } from './client'
import type { Problem } from './problem'

export type Read<Paths, Path extends keyof Paths> = Paths[Path] extends { get: infer Operation } ? Operation : never
export type Got<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer Body } } } } ? Body : never
type Named<Operation> = Operation extends { parameters: { path: infer Place } } ? (Place extends object ? { path: Place } : unknown) : unknown
type Asked<Operation> = Operation extends { parameters: { query?: infer Query } } ? { query?: Query } : unknown

interface How {
  enabled?: MaybeRefOrGetter<boolean>
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
  const get = client.GET as unknown as (path: string, asked: object) => Promise<{ data?: Got<Read<Paths, Path>>; error?: unknown; response: Response }>
  return useQuery<Got<Read<Paths, Path>>, Problem>({
    ...how,
    enabled: computed(() => toValue(how.enabled) ?? true),
    queryKey: computed(key),
    queryFn: () => answer(get(path, { params: params() })),
  } as Parameters<typeof useQuery<Got<Read<Paths, Path>>, Problem>>[0]) as UseQueryReturnType<Got<Read<Paths, Path>>, Problem>
}
