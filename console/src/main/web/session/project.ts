import { computed, ref } from 'vue'
import { answer, inventory } from '../api/client'
import { wholeList } from '../api/pages'
import { queries } from '../api/queries'
import { belongsTo, choose, chosen } from './me'

export interface Project {
  code: string
  name: string
}

// The projects of whoever is signed in.
const projects = ref<Project[]>([])
const project = computed({ get: () => (projects.value.length ? chosen.value : ''), set: choose })

// Two of one name are told apart by their codes.
function distinct(all: Project[]): Project[] {
  const names = Map.groupBy(all, (one) => one.name)
  return all.map((one) => (names.get(one.name)!.length > 1 ? { ...one, name: `${one.name} ${one.code}` } : one))
}

export async function readProjects(): Promise<void> {
  const all = await queries.fetchQuery({
    queryKey: ['projects'],
    queryFn: () => wholeList((cursor) => answer(inventory.GET('/api/v1/projects', { params: { query: { cursor, limit: 200 } } }))),
    staleTime: 0,
  })
  projects.value = distinct(all.filter((one) => belongsTo(one.code)).map(({ code, name }) => ({ code, name })))
  if (!projects.value.some((one) => one.code === chosen.value)) {
    chosen.value = projects.value[0]?.code ?? ''
  }
}

// What all pages are about, the same for all of them.
export function useProject() {
  return { projects, project }
}
