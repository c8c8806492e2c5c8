import { computed, type Ref } from 'vue'
import { inventory } from '../api/client'
import { offersOf, useRead } from '../api/read'

// What may be begun in a project: a building, a release, an opening day …
export function useProjectOffers(project: Ref<string>) {
  const here = useRead(inventory, '/api/v1/projects/{code}', () => ['project', project.value], () => ({ path: { code: project.value } }))
  return computed(() => offersOf(here.data.value))
}
