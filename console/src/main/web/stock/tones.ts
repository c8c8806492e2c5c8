// How a state is tinted; the word says it, the tint only helps to find it.
const TONES: Record<string, string> = {
  READING: 'now',
  READY: 'wait',
  FAULTY: 'stop',
  UNREADABLE: 'stop',
  IMPORTED: 'go',
  PREVIEWED: 'wait',
  PLANNED: 'now',
  IN_PROGRESS: 'now',
  APPLIED: 'go',
  BLOCKED: 'stop',
  OPEN: 'go',
}

export function draftTone(state: string | undefined): string {
  return TONES[state ?? ''] ?? ''
}
