import type { Client } from 'openapi-fetch'
import { answer } from './client'
import { useCommand, type Command } from './command'

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
