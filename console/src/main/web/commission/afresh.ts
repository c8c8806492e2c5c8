import { useQueryClient } from '@tanstack/vue-query'

export function useAfresh(): () => void {
  const queries = useQueryClient()
  return () => {
    for (const key of ['commission', 'commissions', 'commission-statement']) {
      void queries.invalidateQueries({ queryKey: [key] })
    }
  }
}
