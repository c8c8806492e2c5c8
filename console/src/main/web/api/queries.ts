import { QueryClient } from '@tanstack/vue-query'
import { isProblem } from './problem'

// What has no stream is read again when somebody comes back to it, and every half minute while it is looked at.
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchInterval: 30_000,
      retry: (failures, problem) => failures < 2 && (!isProblem(problem) || problem.status >= 500),
    },
  },
})
