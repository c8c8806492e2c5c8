import { useQuery } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { answer, inventory } from '../api/client'

const KEPT = 'anchang.project'
const chosen = ref(localStorage.getItem(KEPT) ?? '')

export interface Project {
  code: string
  name: string
}

// Two of one name are told apart by their codes.
function distinct(projects: Project[]): Project[] {
  const names = Map.groupBy(projects, (one) => one.name)
  return projects.map((one) => (names.get(one.name)!.length > 1 ? { ...one, name: `${one.name} ${one.code}` } : one))
}

// The projects of whoever is signed in, and the one that all pages are about.
export function useProject() {
  const list = useQuery({
    queryKey: ['projects'],
    queryFn: async () => {
      const page = await answer(inventory.GET('/api/v1/projects', { params: { query: { limit: 200 } } }))
      return distinct(page.items.map(({ code, name }) => ({ code, name })))
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
