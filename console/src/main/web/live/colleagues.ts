import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, customers } from '../api/client'
import { wholeList } from '../api/pages'
import { useWhole } from '../api/read'
import { words } from '../words'

// TRK-5: the owner of whom nobody owns.
const POOL = '*'

// What people are called, by user name; the user name of one whose name nobody has told.
export function useColleagues() {
  const list = useQuery({
    queryKey: ['colleagues'],
    queryFn: async () => {
      const all = await wholeList((cursor) => answer(customers.GET('/api/v1/colleagues', { params: { query: { cursor, limit: 200 } } })))
      return new Map(all.map((one) => [one.person, one.name]))
    },
    staleTime: 600_000,
    refetchInterval: false,
    retry: false,
  })
  const nameOf = computed(() => {
    const names = list.data.value
    return (username: string | undefined | null): string => {
      // What another service's event has done is nobody's.
      const isNobody = username?.startsWith('event ')
      if (username === POOL) {
        return words.value.pool
      }
      return isNobody ? words.value.automatic : username ? names?.get(username) || username : ''
    }
  })
  return { nameOf }
}

// The consultants of a project, to whom customers can belong.
export function useRoster(project: Ref<string>, isAsked: Ref<boolean> = computed(() => true)) {
  return useWhole(customers, '/api/v1/consultants', () => ['consultants', project.value], () => ({ query: { project: project.value } }), {
    enabled: isAsked,
    refetchInterval: false,
  })
}
