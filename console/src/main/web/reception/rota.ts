import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, customers, type CustomerSchemas as Schemas } from '../api/client'
import { plusDays } from '../words/days'

export type DeskHalf = Schemas['DeskHalf']
export type Stand = Schemas['StandOf']
export type Week = Schemas['ShownWeek']

// The Monday of a day's week: 2026-11-29 → 2026-11-23.
export function mondayOf(date: string): string {
  const weekday = (new Date(date + 'T00:00:00Z').getUTCDay() + 6) % 7
  return plusDays(date, -weekday)
}

export function standsOf(week: Week | undefined, from: string): Stand[] {
  return (week?.halves ?? []).filter((half) => half.day >= from).flatMap((half) => half.people.map((person) => ({ day: half.day, half: half.half, person })))
}

// REC-8: a week of the rota, with the tag that says which one was read.
export function useRota(project: Ref<string>, monday: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['rota', project.value, monday.value]),
    enabled: computed(() => project.value !== ''),
    queryFn: async () => {
      const got = await customers.GET('/api/v1/rotas/{project}', { params: { path: { project: project.value }, query: { monday: monday.value } } })
      const week = await answer(Promise.resolve(got))
      return { week, tag: got.response.headers.get('ETag') ?? '' }
    },
    refetchInterval: false,
  })
}
