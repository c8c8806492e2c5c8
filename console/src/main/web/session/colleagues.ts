import { useQuery } from '@tanstack/vue-query'
import { answer, customers } from '../api/client'
import { me } from './me'

// Longer than a day at work: names seldom change.
const KEPT_MILLIS = 3_600_000
const A_PAGE = 200

async function read(): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  let cursor: string | undefined
  do {
    const page = await answer(customers.GET('/api/v1/colleagues', { params: { query: { limit: A_PAGE, cursor } } }))
    page.items.forEach((one) => names.set(one.person, one.name))
    cursor = page.next
  } while (cursor !== undefined)
  return names
}

// What people call somebody whom answers know by a user name; the user name of one whose name nobody has told.
export function useNames(): (person: string | undefined) => string {
  const names = useQuery({ queryKey: ['colleagues'], queryFn: read, staleTime: KEPT_MILLIS, refetchInterval: false })
  return (person = '') => names.data.value?.get(person) ?? (person === me.value?.username ? me.value.name : person)
}
