import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'

interface Colleague {
  person?: string
  name?: string
}

// What people are called, by user name. An office whose services do not say it yet shows user names.
export function useColleagues() {
  const list = useQuery({
    queryKey: ['colleagues'],
    queryFn: async () => {
      const response = await fetch('/console/api/v1/colleagues?limit=200', { headers: { 'X-Requested-With': 'JavaScript' } })
      const items = response.ok ? ((await response.json()) as { items?: Colleague[] }).items : undefined
      return new Map((items ?? []).map((one) => [one.person ?? '', one.name ?? '']))
    },
    staleTime: 600_000,
    refetchInterval: false,
    retry: false,
  })
  const nameOf = computed(() => {
    const names = list.data.value
    return (username: string | undefined | null): string => (username ? names?.get(username) || username : '')
  })
  return { nameOf }
}
