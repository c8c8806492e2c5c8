// How a state is tinted; the word says it.
const TONES: Record<string, string> = {
  PLANNED: 'wait',
  CHECK_IN: 'now',
  DRAWN: 'now',
  RUNNING: 'go',
  CHECKED_IN: 'now',
  WAITING: 'now',
  CALLED: 'wait',
  PRESENT: 'go',
  OUT: 'stop',
}

export function dayTone(state: string | undefined): string {
  return TONES[state ?? ''] ?? ''
}
