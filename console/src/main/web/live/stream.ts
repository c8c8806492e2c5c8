import { getCurrentScope, onScopeDispose, ref } from 'vue'
import { recognise, signIn } from '../session/me'

// The one stream of a tab. Browsers reconnect by themselves where the line breaks; where it was refused this asks who
// is signed in, and opens it again after a while. A tab that nobody looks at has none: browsers allow six lines a host.
const HIDDEN_MILLIS = 60_000
const FIRST_PAUSE_MILLIS = 500
const LONGEST_PAUSE_MILLIS = 15_000
// A stream ends with the token by which it was opened, once a minute, and the next begins at once: that is no loss.
const LOST_AFTER_MILLIS = 4_000

export interface Stream {
  // Nothing until the first answer, or its failure.
  connected: Readonly<{ value: boolean | undefined }>
  lastEventAt: Readonly<{ value: number }>
  end: () => void
}

export function follow(address: () => string, hears: Record<string, (event: MessageEvent<string>) => void>): Stream {
  const connected = ref<boolean>()
  const lastEventAt = ref(Date.now())
  let source: EventSource | undefined
  let pause = FIRST_PAUSE_MILLIS
  let waiting: ReturnType<typeof setTimeout> | undefined
  let hiding: ReturnType<typeof setTimeout> | undefined
  let losing: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    close()
    const opened = new EventSource(address())
    source = opened
    opened.onopen = () => {
      clearTimeout(losing)
      losing = undefined
      connected.value = true
      pause = FIRST_PAUSE_MILLIS
    }
    for (const [name, hear] of Object.entries(hears)) {
      opened.addEventListener(name, (event) => {
        lastEventAt.value = Date.now()
        hear(event as MessageEvent<string>)
      })
    }
    opened.onerror = () => {
      losing ??= setTimeout(() => (connected.value = false), LOST_AFTER_MILLIS)
      if (opened.readyState === EventSource.CLOSED && source === opened) {
        void again()
      }
    }
  }

  async function again(): Promise<void> {
    close()
    if (!(await recognise().catch(() => true))) {
      signIn()
      return
    }
    if (isOver) {
      return
    }
    waiting = setTimeout(open, pause * (0.5 + Math.random()))
    pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)
  }

  function close(): void {
    clearTimeout(waiting)
    source?.close()
    source = undefined
  }

  function rest(): void {
    close()
    clearTimeout(losing)
    losing = undefined
    connected.value &&= false
  }

  function seen(): void {
    clearTimeout(hiding)
    if (document.hidden) {
      hiding = setTimeout(rest, HIDDEN_MILLIS)
    } else if (source === undefined) {
      open()
    }
  }

  let isOver = false
  function end(): void {
    isOver = true
    document.removeEventListener('visibilitychange', seen)
    clearTimeout(hiding)
    rest()
  }

  document.addEventListener('visibilitychange', seen)
  if (getCurrentScope()) {
    onScopeDispose(end)
  }
  open()
  return { connected, lastEventAt, end }
}
