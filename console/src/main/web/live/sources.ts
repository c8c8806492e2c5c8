import { type Ref } from 'vue'
import { customers } from '../api/client'
import { useRead } from '../api/read'

// By what customers heard of the project: the dictionary of the printed form and the office's own.
export function useSources(project: Ref<string>) {
  const list = useRead(customers, '/api/v1/customer-sources', () => ['customer-sources', project.value], () => ({ query: { project: project.value } }), {
    staleTime: 60_000,
    refetchInterval: false,
    retry: false,
  })
  // Those that may be chosen, and one that was chosen before it was retired.
  function choices(before?: string | null): string[] {
    const live = (list.data.value?.items ?? []).filter((one) => !one.retired).map((one) => one.name ?? '')
    return before && !live.includes(before) ? [before, ...live] : live
  }
  return { list, choices }
}
