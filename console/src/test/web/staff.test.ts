import { beforeEach, expect, it } from 'vitest'
import type { Person, RoleName } from '../../main/web/api/staff'
import { menu } from '../../main/web/menu'
import { belongsTo, choose, is, me, rolesHere } from '../../main/web/session/me'
import { firstFreeSeat, inOrder, rolesToGive, seatsOf } from '../../main/web/staff/seats'

function person(name: string, role: RoleName, seat?: number, project = 'new'): Person {
  const post = { id: name, project, role, since: '2026-11-01T00:00:00Z', givenBy: 'admin.office', actions: [], ...(seat ? { seat } : {}) }
  return { person: name, name, state: 'ACTIVE', inForce: true, posts: [post], actions: [] }
}

beforeEach(() => {
  me.value = {
    username: 'chen.jing',
    name: '陈静',
    roles: ['site-manager', 'finance'],
    projects: ['new', 'other'],
    posts: [
      { project: 'new', role: 'site-manager' },
      { project: 'other', role: 'finance' },
    ],
  }
  choose('new')
})

it('SEC-1 roles count in the project where they are held', () => {
  expect(rolesHere.value).toEqual(['site-manager'])
  expect(is('finance')).toBe(false)
  expect(menu()).toContain('people')
  choose('other')
  expect(is('finance')).toBe(true)
  expect(menu()).not.toContain('people')
  expect([belongsTo('other'), belongsTo('third')]).toEqual([true, false])
})

it('SEC-1 a post in all projects counts in each', () => {
  me.value = { ...me.value!, projects: ['*'], posts: [{ project: '*', role: 'administrator' }] }
  choose('third')
  expect(is('administrator')).toBe(true)
  expect(belongsTo('third')).toBe(true)
  expect(rolesToGive()).toContain('finance')
})

it('a site manager gives the posts that are theirs to give', () => {
  expect(rolesToGive()).toEqual(['consultant', 'sales-statistician'])
})

it('REC-1 seats stand from the left, and one that nobody has is empty', () => {
  const people = [person('c', 'consultant', 3), person('a', 'consultant', 1), person('m', 'site-manager'), person('o', 'consultant', 2, 'other')]
  expect(seatsOf(people, 'new').map((one) => one?.name)).toEqual(['a', undefined, 'c'])
  expect(firstFreeSeat(people, 'new')).toBe(2)
  expect(inOrder(people, 'new').map((one) => one.name)).toEqual(['a', 'c', 'm', 'o'])
})
