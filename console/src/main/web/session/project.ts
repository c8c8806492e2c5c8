import { useQuery } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { answer, inventory } from '../api/client'

const KEPT = 'anchang.project'
const chosen = ref(localStorage.getItem(KEPT) ?? '')

export interface Project {
  code: string
  name: string
}

// The projects of whoever is signed in, and the one that all pages are about.
export function useProject() {
  const list = useQuery({
    queryKey: ['projects'],
    queryFn: async () => {
      const page = await answer(inventory.GET('/api/v1/projects', { params: { query: { limit: 200 } } }))
      return (page.items ?? []).map((one): Project => ({ code: one.code ?? '', name: one.name ?? '' }))
    },
    refetchInterval: false,
    staleTime: 60_000,
  })
  const projects = computed(() => list.data.value ?? [])
  const project = computed({
    get: () => projects.value.find((one) => one.code === chosen.value)?.code ?? projects.value[0]?.code ?? '',
    set: (code: string) => {
      chosen.value = code
      localStorage.setItem(KEPT, code)
    },
  })
  return { projects, project, problem: list.error }
}
