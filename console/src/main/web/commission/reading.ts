import { computed, type Ref } from 'vue'
import { customers } from '../api/client'
import { useWhole } from '../api/read'
import { wordFor, wordsOf } from '../words'
import { en, zh } from './words'

export const w = wordsOf(zh, en)

export const TONES = { EXPECTED: 'quiet', EARNED: 'good', REVERSED: 'bad' } as const

// 0.8000 is said as 0.8.
export function plain(percent: string | undefined): string {
  return (percent ?? '').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
}

// A line's reason may name the part it is about: `CONTRACT_SIGNED: AT_EARNING`, `DISCOUNT_GRANTED: FIRST_CONSULTANT`.
export function reasonWord(reason: string | undefined): string {
  const known: Record<string, string> = { ...w.value.parts, ...w.value.reasons }
  return (reason ?? '')
    .split(': ')
    .filter(Boolean)
    .map((code) => wordFor(known, code))
    .join(' · ')
}

// The consultants of a project, to choose from.
export function useConsultants(project: Ref<string>) {
  const list = useWhole(customers, '/api/v1/consultants', () => ['consultants', project.value], () => ({ query: { project: project.value } }), { retry: false, refetchInterval: false })
  return computed(() => (list.data.value ?? []).map((one) => one.person ?? '').filter(Boolean))
}
