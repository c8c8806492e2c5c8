import type { Client } from 'openapi-fetch'
import { ref, type Ref } from 'vue'
import { answer } from './client'
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

type Post<Paths, Path extends keyof Paths> = Paths[Path] extends { post: infer Operation } ? Operation : never
export type Sent<Operation> = Operation extends { requestBody?: { content: { 'application/json': infer Body } } } ? Body : never
type Place<Operation> = Operation extends { parameters: { path: infer Named } } ? Named : never
type Said<Operation> = Operation extends { responses: infer Answers }
  ? { [Status in keyof Answers]: Status extends 200 | 201 | 202 ? (Answers[Status] extends { content: { 'application/json': infer Body } } ? Body : never) : never }[keyof Answers]
  : never
type Named<Operation> = Operation extends { parameters: { path: infer Place } } ? { path: Place } : unknown
type Bodied<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } } ? { body: Body } : { body?: Sent<Operation> }

// A command whose content is the body as the interface document has it; `at` says where it goes, when it is sent, and
// `then` what follows once it is done.
export function usePost<Paths extends {}, Path extends keyof Paths & string>(
  client: Client<Paths>,
  path: Path,
  at?: (() => Place<Post<Paths, Path>>) | undefined,
  then?: (said: Said<Post<Paths, Path>>) => void,
): Command<Sent<Post<Paths, Path>>, Said<Post<Paths, Path>>> {
  return useCommand((body: Sent<Post<Paths, Path>>, key: string) => posted(client, path, key, { path: at?.(), body }), then)
}

// One without a body: its content says where it goes.
export function useAct<Paths extends {}, Path extends keyof Paths & string, Content>(
  client: Client<Paths>,
  path: Path,
  at: (content: Content) => Place<Post<Paths, Path>>,
  then?: (said: Said<Post<Paths, Path>>) => void,
): Command<Content, Said<Post<Paths, Path>>> {
  return useCommand((content: Content, key: string) => posted(client, path, key, { path: at(content) }), then)
}

// One that goes to several addresses, or says more than its body; `tag` is what it stands on, where others change it too.
export function post<Paths extends {}, Path extends keyof Paths & string>(
  client: Client<Paths>,
  path: Path,
  key: string,
  what: Named<Post<Paths, Path>> & Bodied<Post<Paths, Path>> & { tag?: string },
): Promise<Said<Post<Paths, Path>>> {
  return posted(client, path, key, what)
}

function posted<Paths extends {}, Path extends keyof Paths & string>(
  client: Client<Paths>,
  path: Path,
  key: string,
  { path: place, body, tag }: { path?: unknown; body?: unknown; tag?: string },
): Promise<Said<Post<Paths, Path>>> {
  const send = client.POST as unknown as (path: string, asked: object) => Promise<{ data?: Said<Post<Paths, Path>>; error?: unknown; response: Response }>
  return answer(send(path, { params: { path: place, header: { 'Idempotency-Key': key } }, ...(tag === undefined ? {} : { headers: { 'If-Match': tag } }), body }))
}
