import { computed, type Ref } from 'vue'
import { customers } from '../api/client'
import { useRead } from '../api/read'

// CUS-9: the words by which a project marks its customers; retired ones too.
export function useTags(project: Ref<string>) {
  const list = useRead(
    customers,
    '/api/v1/customer-tags',
    () => ['customer-tags', project.value],
    () => ({ query: { project: project.value } }),
    { enabled: () => project.value !== '', refetchInterval: false, retry: false, staleTime: 60_000 },
  )
  const all = computed(() => list.data.value?.items ?? [])
  const live = computed(() => all.value.filter((one) => !one.retired))
  return { list, all, live }
}
