import { is } from '../session/me'
import { words } from '../words'
import type { NewPost, Person, Post, RoleName } from '../api/staff'

export const CONSULTANT: RoleName = 'consultant'
export const MOST_SEATS = 99
const BY_SITE_MANAGERS: RoleName[] = [CONSULTANT, 'sales-statistician']

export function postsIn(person: Person, project: string): Post[] {
  return person.posts.filter((post) => post.project === project || post.project === '*')
}

export function seatOf(person: Person, project: string): number | undefined {
  return person.posts.find((post) => post.project === project && post.role === CONSULTANT)?.seat ?? undefined
}

// REC-1: the row of seats from the left; a number that nobody has is an empty seat.
export function seatsOf(people: Person[], project: string): (Person | undefined)[] {
  const bySeat = new Map(people.map((one) => [seatOf(one, project), one]))
  const last = Math.max(0, ...[...bySeat.keys()].map((seat) => seat ?? 0))
  return Array.from({ length: last }, (_, at) => bySeat.get(at + 1))
}

export function firstFreeSeat(people: Person[], project: string): number {
  const taken = new Set(people.map((one) => seatOf(one, project)))
  let seat = 1
  while (taken.has(seat)) seat++
  return seat
}

// Consultants by their seats first, the others in the order of their roles, who left last.
export function inOrder(people: Person[], project: string): Person[] {
  const roles = Object.keys(words.value.roles)
  const place = (one: Person): number => {
    const mine = postsIn(one, project)
    if (!mine.length) {
      return 10_000
    }
    const role = Math.min(...mine.map((post) => roles.indexOf(post.role)))
    return role * 100 + (role === 0 ? (seatOf(one, project) ?? MOST_SEATS) : 0)
  }
  return people.toSorted((one, other) => place(one) - place(other) || one.name.localeCompare(other.name, 'zh-CN'))
}

// As it is typed: seats are of consultants, and of one project.
export function postOf(typed: { project: string; role: RoleName; seat: number | '' }): Omit<NewPost, 'person'> {
  const { project, role, seat } = typed
  return { project, role, seat: role === CONSULTANT && project !== '*' ? seat || undefined : undefined }
}

// What the reader may give here; the service has the last word.
export function rolesToGive(): RoleName[] {
  return is('administrator') ? (Object.keys(words.value.roles).filter((role) => role !== 'wall-screen') as RoleName[]) : BY_SITE_MANAGERS
}
