// How a state is tinted; the word says it.
const TONES: Record<string, string> = { READY: 'wait', RUNNING: 'now', STOPPED: 'stop', DONE: 'go' }

export function tone(state: string | undefined): string {
  return TONES[state ?? ''] ?? ''
}
