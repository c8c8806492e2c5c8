import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer } from '../api/client'
import { wholeList } from '../api/pages'
import { staff } from '../api/staff'

// What the identity provider has not taken over yet will be soon.
const SOON_MILLIS = 3_000
const LATER_MILLIS = 30_000

// Who has a post in a project, for those who give posts.
export function usePeople(project: Ref<string>, isWithLeft: Ref<boolean> = computed(() => false)) {
  return useQuery({
    queryKey: computed(() => ['people', project.value, isWithLeft.value]),
    queryFn: () =>
      wholeList((cursor) =>
        answer(staff.GET('/api/v1/people', { params: { query: { project: project.value, left: isWithLeft.value, cursor, limit: 200 } } })),
      ),
    retry: false,
    refetchInterval: ({ state }) => (state.data?.some((one) => !one.inForce) ? SOON_MILLIS : LATER_MILLIS),
  })
}
