import { useQueries } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, customers } from '../api/client'

// The few customers that something on the screen is about, by id: each look at one is recorded (CUS-6), so no others are
// read, and these seldom.
export function useCustomers(ids: Ref<string[]>) {
  const read = useQueries({
    queries: computed(() =>
      [...new Set(ids.value)].map((id) => ({
        queryKey: ['customer', id],
        queryFn: () => answer(customers.GET('/api/v1/customers/{id}', { params: { path: { id } } })),
        retry: false,
        staleTime: 600_000,
        refetchInterval: false as const,
      })),
    ),
  })
  return computed(() => new Map(read.value.flatMap(({ data }) => (data ? [[data.id, data] as const] : []))))
}
