// A refusal as the services say it (RFC 9457), already in the reader's language.
export interface Problem {
  status: number
  title: string
  detail?: string
  code: string
  rule?: string
  // Of a refusal: the member that it is about; its title says what is wrong with it.
  field?: string
  violations?: { field: string; message: string }[]
  [fact: string]: unknown
}

export function isProblem(thing: unknown): thing is Problem {
  return typeof thing === 'object' && thing !== null && 'status' in thing && 'title' in thing
}

// Not an answer of the office at all: the line is broken.
export const NO_ANSWER: Problem = { status: 0, title: '', code: 'NO_ANSWER' }
// The session is over: sign in again (the pass-through answers 499 to scripts).
export const SIGNED_OUT = 499

// What belongs to one input of a form, by its name.
export function ofField(problem: Problem | undefined, field: string): string | undefined {
  const about = problem?.field
  if (about !== undefined && (about === field || about.endsWith('.' + field))) {
    return problem?.title
  }
  return problem?.violations?.find((violation) => violation.field === field || violation.field.endsWith('.' + field))?.message
}
