import { customers, type CustomerSchemas as Schemas } from './client'

// People and their posts, as customer-service tells of them.
export type RoleName = Schemas['RoleName']
export type Post = Schemas['ShownPost']
export type Person = Schemas['ShownPerson']
export type Invited = Person & Partial<Pick<Schemas['Invited'], 'initialPassword'>>

export interface NewPost {
  person: string
  project: string
  role: RoleName
  seat?: number | undefined
}

export const staff = customers

// What an answer may offer about a person and about a post.
export const OFFERS = { another: 'give-post', leave: 'leave', password: 'reset-password', seat: 'set-seat', end: 'end', handOver: 'hand-over' }
