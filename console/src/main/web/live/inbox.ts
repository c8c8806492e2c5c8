import { useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { useChanges } from './changes'

// Approvals of the project, as they wait and are decided elsewhere: whatever of them is on the page is asked for again.
export function useInboxChanges(project: Ref<string>, isFor: () => boolean = () => true): void {
  const queries = useQueryClient()
  useChanges(
    () => (project.value && isFor() ? `/console/api/v1/approval-tasks/changes/${encodeURIComponent(project.value)}` : undefined),
    () => ['approval-tasks', 'approvals', 'approval', 'day'].forEach((key) => void queries.invalidateQueries({ queryKey: [key] })),
  )
}
