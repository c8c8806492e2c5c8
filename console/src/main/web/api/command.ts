import { ref, type Ref } from 'vue'
import { isProblem, type Problem } from './problem'

// One key per intention: made when a form opens, kept for every send of the same content, renewed once the content
// differs or the command was done (SEC-3). `crypto.randomUUID` needs a secure context, a phone on the LAN has none.
export class CommandKey {
  private key = freshKey()
  private content: string | undefined

  of(content: unknown): string {
    const now = JSON.stringify(content) ?? ''
    if (this.content !== undefined && this.content !== now) {
      this.key = freshKey()
    }
    this.content = now
    return this.key
  }

  done(): void {
    this.key = freshKey()
    this.content = undefined
  }
}

export function freshKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export interface Command<Content, Result> {
  running: Ref<boolean>
  problem: Ref<Problem | undefined>
  send(content: Content): Promise<Result | undefined>
}

const TRIES = 3
const PAUSE_MILLIS = 700

// Sends a command with its key; a broken line is tried again with the same key, a double click does nothing. `then` is
// what follows once it is done.
export function useCommand<Content, Result>(
  sent: (content: Content, key: string) => Promise<Result>,
  then?: (result: Result) => void,
): Command<Content, Result> {
  const running = ref(false)
  const problem = ref<Problem>()
  const key = new CommandKey()

  async function send(content: Content): Promise<Result | undefined> {
    if (running.value) {
      return undefined
    }
    running.value = true
    problem.value = undefined
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          const result = await sent(content, key.of(content))
          key.done()
          then?.(result)
          return result
        } catch (failure) {
          const said = isProblem(failure) ? failure : undefined
          if (said === undefined) {
            throw failure
          }
          if (said.status !== 0 || attempt === TRIES) {
            problem.value = said
            return undefined
          }
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS * attempt))
        }
      }
    } finally {
      running.value = false
    }
  }

  return { running, problem, send }
}
