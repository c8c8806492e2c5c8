import type { Ref } from 'vue'
import { useChanges } from './changes'
import { afresh } from '../api/read'

// Approvals of the project, as they wait and are decided elsewhere: whatever of them is on the page is asked for again.
export function useInboxChanges(project: Ref<string>, isFor: () => boolean = () => true): void {
  useChanges(
    () => (project.value && isFor() ? `/console/api/v1/approval-tasks/changes/${encodeURIComponent(project.value)}` : undefined),
    () => void afresh('approval-tasks', 'approvals', 'approval', 'day'),
  )
}
