import { onScopeDispose, readonly, ref, type Ref } from 'vue'

// One clock for all that counts minutes down; it stands still while nobody looks at it.
const now = ref(Date.now())
let watchers = 0
let ticking: ReturnType<typeof setInterval> | undefined

export function useNow(): Readonly<Ref<number>> {
  now.value = Date.now()
  if (watchers++ === 0) {
    ticking = setInterval(() => (now.value = Date.now()), 1_000)
  }
  onScopeDispose(() => {
    if (--watchers === 0) {
      clearInterval(ticking)
    }
  })
  return readonly(now)
}

// Whole minutes that are left, never below none.
export function minutesUntil(instant: string | undefined | null, now: number): number | undefined {
  return instant ? Math.max(0, Math.ceil((Date.parse(instant) - now) / 60_000)) : undefined
}

const HOUR = 60
const DAY = 24 * HOUR
const LONG_MINUTES = 2 * HOUR

export interface Span {
  count: number
  of: 'minutes' | 'hours' | 'days'
}

// As people say how long something lasts: minutes while they count, then hours, then days.
export function spanOf(minutes: number): Span {
  if (minutes < LONG_MINUTES) {
    return { count: minutes, of: 'minutes' }
  }
  return minutes < 2 * DAY ? { count: Math.floor(minutes / HOUR), of: 'hours' } : { count: Math.floor(minutes / DAY), of: 'days' }
}
