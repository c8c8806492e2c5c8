import type { Client } from 'openapi-fetch'
import { answer } from './client'
import { useCommand, type Command } from './command'

type Post<Paths, Path extends keyof Paths> = Paths[Path] extends { post: infer Operation } ? Operation : never
export type Sent<Operation> = Operation extends { requestBody?: { content: { 'application/json': infer Body } } } ? Body : never
type Place<Operation> = Operation extends { parameters: { path: infer Named } } ? Named : never
type Said<Operation> = Operation extends { responses: infer Answers }
  ? { [Status in keyof Answers]: Status extends 200 | 201 | 202 ? (Answers[Status] extends { content: { 'application/json': infer Body } } ? Body : never) : never }[keyof Answers]
  : never

// A command whose content is the body as the interface document has it; `at` says where it goes, when it is sent.
export function usePost<Paths extends {}, Path extends keyof Paths & string>(
  client: Client<Paths>,
  path: Path,
  at?: () => Place<Post<Paths, Path>>,
): Command<Sent<Post<Paths, Path>>, Said<Post<Paths, Path>>> {
  return useCommand((body: Sent<Post<Paths, Path>>, key: string) => posted(client, path, { path: at?.() }, key, body))
}

// One without a body: its content says where it goes.
export function useAct<Paths extends {}, Path extends keyof Paths & string, Content>(
  client: Client<Paths>,
  path: Path,
  at: (content: Content) => Place<Post<Paths, Path>>,
): Command<Content, Said<Post<Paths, Path>>> {
  return useCommand((content: Content, key: string) => posted(client, path, { path: at(content) }, key))
}

function posted<Paths extends {}, Path extends keyof Paths & string>(client: Client<Paths>, path: Path, place: object, key: string, body?: unknown): Promise<Said<Post<Paths, Path>>> {
  const post = client.POST as unknown as (path: string, asked: object) => Promise<{ data?: Said<Post<Paths, Path>>; error?: unknown; response: Response }>
  return answer(post(path, { params: { ...place, header: { 'Idempotency-Key': key } }, body }))
}
