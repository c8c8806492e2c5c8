import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, inventory } from '../api/client'
import { offersOf } from '../api/offers'

// What may be begun in a project: a building, a release, an opening day …
export function useProjectOffers(project: Ref<string>) {
  const here = useQuery({
    queryKey: computed(() => ['project', project.value]),
    queryFn: () => answer(inventory.GET('/api/v1/projects/{code}', { params: { path: { code: project.value } } })),
  })
  return computed(() => offersOf(here.data.value))
}
