import { computed, getCurrentScope, watch, type EffectScope, effectScope, onScopeDispose, shallowRef, type Ref } from 'vue'
import { customers, type CustomerSchemas as Schemas } from '../api/client'
import { afresh, useRead } from '../api/read'
import { queries } from '../api/queries'
import { follow, type Stream } from '../live/stream'

export type Duty = Schemas['ShownDuty']
export type OnDuty = Schemas['OnDuty']
export type Reception = Schemas['ShownReception']
export type ReceptionRule = Schemas['ReceptionRule']

const BOARD = 'duty'

// REC-10: the board of a project's day: read whole, and again with each hint of its stream.
export function useDuty(project: Ref<string>) {
  const board = useRead(customers, '/api/v1/duty-days/{project}', () => [BOARD, project.value], () => ({ path: { project: project.value } }), {
    enabled: () => project.value !== '',
    refetchInterval: 30_000,
  })
  const stream = shallowRef<Stream>()
  const page = getCurrentScope()
  let listening: EffectScope | undefined
  watch(
    project,
    (code) => {
      listening?.stop()
      listening = page?.run(() => effectScope())
      listening?.run(() => {
        stream.value = code
          ? follow(() => `/console/api/v1/duty-days/${encodeURIComponent(code)}/changes`, { changed: () => void read() })
          : undefined
      })
    },
    { immediate: true },
  )
  onScopeDispose(() => listening?.stop())

  async function read(): Promise<void> {
    await afresh(BOARD)
  }
  // A command has answered with the board as it is now.
  function shows(now: Duty): void {
    queries.setQueryData([BOARD, project.value], now)
  }
  const isLive = computed(() => stream.value?.connected.value ?? false)
  return { board, isLive, read, shows }
}

export function receptionOf(duty: Duty | undefined, person: string | undefined): Reception | undefined {
  return person ? duty?.receiving.find((one) => one.receiver === person) : undefined
}

// Visitors who wait first come first; then who is received, the longest first.
export function atTheDesk(duty: Duty | undefined): { waiting: Reception[]; received: Reception[] } {
  const all = duty?.receiving ?? []
  return { waiting: all.filter((one) => !one.receiver), received: all.filter((one) => one.receiver) }
}

// How many visitors come before somebody's turn; undefined where the board does not look so far ahead.
export function turnsBefore(duty: Duty | undefined, person: string | undefined): number | undefined {
  const coming = duty?.onTurn ? [duty.onTurn, ...duty.next] : []
  const at = coming.indexOf(person ?? '')
  return at < 0 ? undefined : at
}
