import type { Client } from 'openapi-fetch'
import { customers } from './client'
import type { components } from './generated/customer'

// People and their posts as agreed with customer-service, until its document has them: then the generated types take
// the place of this file.
export type RoleName = components['schemas']['RoleName']

interface Offered {
  actions: { name: string; yours: boolean }[]
}

export interface Post extends Offered {
  id: string
  project: string
  role: RoleName
  seat?: number
  since: string
  givenBy: string
}

export interface Person extends Offered {
  person: string
  name: string
  state: 'ACTIVE' | 'LEFT'
  invitedAt?: string
  // Whether the identity provider has taken the last change over.
  inForce: boolean
  posts: Post[]
}

export interface Invited extends Person {
  // Said once; whoever asks again gets none.
  initialPassword?: string
}

export interface NewPost {
  person: string
  project: string
  role: RoleName
  seat?: number | undefined
}

interface Command<Body, Answer, Path = undefined> {
  post: {
    parameters: { header: { 'Idempotency-Key': string } } & (Path extends object ? { path: Path } : { path?: never })
    requestBody: { content: { 'application/json': Body } }
    responses: { 200: { content: { 'application/json': Answer } } }
  }
}

interface StaffPaths {
  '/api/v1/people': {
    get: {
      parameters: { query: { project: string; left?: boolean; cursor?: string | undefined; limit?: number } }
      responses: { 200: { content: { 'application/json': { items: Person[]; next?: string } } } }
    }
  } & Command<NewPost & { name: string }, Invited>
  '/api/v1/posts': Command<NewPost, Person>
  '/api/v1/posts/{id}/seat': Command<{ seat: number | null }, Person, { id: string }>
  '/api/v1/posts/{id}/end': Command<{ reason: string }, Person, { id: string }>
  '/api/v1/people/{person}/leave': Command<{ reason: string }, Person, { person: string }>
  '/api/v1/people/{person}/password': Command<{ reason: string }, Invited, { person: string }>
}

export const staff = customers as unknown as Client<StaffPaths>

// What an answer may offer about a person and about a post.
export const OFFERS = { another: 'give-post', leave: 'leave', password: 'reset-password', seat: 'set-seat', end: 'end' }
