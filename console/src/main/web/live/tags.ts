import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, customers } from '../api/client'

// CUS-9: the words by which a project marks its customers; retired ones too.
export function useTags(project: Ref<string>) {
  const list = useQuery({
    queryKey: computed(() => ['customer-tags', project.value]),
    queryFn: () => answer(customers.GET('/api/v1/customer-tags', { params: { query: { project: project.value } } })),
    enabled: computed(() => project.value !== ''),
    staleTime: 60_000,
    refetchInterval: false,
    retry: false,
  })
  const all = computed(() => list.data.value?.items ?? [])
  const live = computed(() => all.value.filter((one) => !one.retired))
  return { list, all, live }
}
