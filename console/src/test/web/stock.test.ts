import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { officeMoment } from '../../main/web/api/moment'
import { left } from '../../main/web/opening/countdown'
import * as opening from '../../main/web/opening/words'
import * as read from '../../main/web/parts/readWords'
import { standing, telling } from '../../main/web/stock/certificates'
import * as stock from '../../main/web/stock/words'
import { pagesOf, standingOf } from '../../main/web/wall/standing'

const schemas = JSON.parse(readFileSync('../docs/api/inventory-service.json', 'utf8')).components.schemas

it.each([
  ['BuildingType', stock.zh.buildingTypes, stock.en.buildingTypes],
  ['Certificate', stock.zh.certificates, stock.en.certificates],
  ['ReleaseState', stock.zh.releases.states, stock.en.releases.states],
  ['OpeningDayState', opening.zh.states, opening.en.states],
  ['TicketState', opening.zh.ticketStates, opening.en.ticketStates],
  ['DrawMethod', opening.zh.draw.method, opening.en.draw.method],
  ['AbsenceRule', opening.zh.rules.absences, opening.en.rules.absences],
])('all of %s have words', (name, chinese, english) => {
  const codes = [...schemas[name].enum].sort()
  expect(Object.keys(chinese).sort()).toEqual(codes)
  expect(Object.keys(english).sort()).toEqual(codes)
})

// Enums whose names in the document may yet change: found by what they hold.
it.each([
  ['a draft', stock.zh.draft.states, stock.en.draft.states],
  ['a draft that is read', stock.zh.draft.phases, stock.en.draft.phases],
  ['an adjustment', stock.zh.adjustments.states, stock.en.adjustments.states],
  ['a rule', stock.zh.adjustments.kinds, stock.en.adjustments.kinds],
  ['a sheet', read.zh.outcomes, read.en.outcomes],
  ['a line passed over', read.zh.whys, read.en.whys],
])('all states of %s have words', (_, chinese, english) => {
  const enums = Object.values(schemas as Record<string, { enum?: string[] }>).flatMap((schema) => (schema.enum ? [[...schema.enum].sort().join()] : []))
  expect(enums).toContain(Object.keys(chinese).sort().join())
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort())
})

describe('INV-6 a certificate counts on a day', () => {
  const record = { id: 'one', building: 'b', number: '1', recordedBy: 'x', certificate: 'PRE_SALE' as const, validFrom: '2026-01-01', recordedAt: '2026-01-01T00:00:00Z' }
  it('says why it does not', () => {
    expect(standing(record, '2026-06-01')).toBe('valid')
    expect(standing(record, '2025-12-31')).toBe('later')
    expect(standing({ ...record, validUntil: '2026-05-31' }, '2026-06-01')).toBe('expired')
    expect(standing({ ...record, validUntil: '2026-06-01' }, '2026-06-01')).toBe('valid')
    expect(standing({ ...record, revocation: { from: '2026-06-01', reason: '', by: '', at: '' } }, '2026-06-01')).toBe('revoked')
  })
  it('shows the one that counts before the newest', () => {
    const expired = { ...record, id: 'old', validUntil: '2026-02-01', recordedAt: '2026-03-01T00:00:00Z' }
    expect(telling([expired, { ...record, id: 'good' }], 'PRE_SALE', '2026-06-01')?.id).toBe('good')
    expect(telling([expired], 'LAND_USE', '2026-06-01')).toBeUndefined()
  })
})

describe('the wall', () => {
  it('INV-16 shows a withheld home as not for sale, never as sold', () => {
    expect(standingOf('WITHHELD')).toBe('closed')
    expect(standingOf('CLOSED')).toBe('closed')
    expect(Object.fromEntries(schemas.UnitState.enum.map((state: string) => [state, standingOf(state)]))).toEqual({
      CLOSED: 'closed', AVAILABLE: 'forSale', HELD: 'held', RESERVED: 'sold', SUBSCRIBED: 'sold', CONTRACTED: 'sold', FILED: 'sold', WITHHELD: 'closed',
    })
  })
  it('puts as many buildings on a page as fit, and none is lost', () => {
    const all = [4, 4, 20, 2].map((columns, id) => ({ id, columns }))
    expect(pagesOf(all, 16).map((page) => page.map((one) => one.id))).toEqual([[0, 1], [2], [3]])
  })
  it('INV-13 counts down to the end of the time to appear', () => {
    const now = Date.parse('2026-11-29T10:00:00Z')
    expect(left('2026-11-29T10:04:05Z', now)).toBe('4:05')
    expect(left('2026-11-29T10:00:00Z', now)).toBe('')
    expect(left(undefined, now)).toBe('')
  })
})

it('a moment is typed in the time of the office', () => {
  expect(officeMoment('2026-11-29T18:30')).toBe('2026-11-29T10:30:00.000Z')
  expect(officeMoment('')).toBeUndefined()
})
