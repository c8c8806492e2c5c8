import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { officeMoment } from '../api/moment'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
export const AGO = { hour: 60 * MINUTE, day: DAY, week: 7 * DAY } as const

// As an <input type="datetime-local"> holds it: the office's time, to the minute.
export function localOf(millis: number): string {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(millis)
  return text.replace(' ', 'T').slice(0, 16)
}

function isLocal(text: unknown): text is string {
  return typeof text === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)
}

export interface Moment {
  local: ComputedRef<string>
  // As the services take it.
  asked: ComputedRef<string>
  choose: (local: string) => void
}

// A moment stands in the address: it can be sent to somebody, and back leads to the one before.
export function useMoment(name: 'at' | 'from' | 'to', ago: number): Moment {
  const route = useRoute()
  const router = useRouter()
  const usual = localOf(Date.now() - ago)
  const local = computed(() => (isLocal(route.query[name]) ? (route.query[name] as string) : usual))
  return {
    local,
    asked: computed(() => officeMoment(local.value) ?? ''),
    choose: (next) => {
      if (isLocal(next)) {
        void router.replace({ query: { ...route.query, [name]: next } })
      }
    },
  }
}
