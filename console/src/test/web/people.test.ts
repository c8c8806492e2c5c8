import { expect, it } from 'vitest'
import { wholeList } from '../../main/web/api/pages'
import { plansOf, timeline } from '../../main/web/customer/timeline'
import { en as customerEn, zh as customerZh } from '../../main/web/customer/words'
import { absenceOf, instantOf, isOut, localOf } from '../../main/web/reception/absences'
import { daysBetween, plusDays, today } from '../../main/web/words/days'

it('TRK-1 what happened with a customer is one line, the latest first; a plan has not happened', () => {
  const talks = [
    { id: '1', state: 'DONE' as const, at: '2026-11-02T02:00:00Z' },
    { id: '2', state: 'PLANNED' as const, dueOn: '2026-12-05' },
    { id: '3', state: 'PLANNED' as const, dueOn: '2026-12-01' },
  ] as Parameters<typeof plansOf>[0]
  const entries = timeline({
    visits: [{ receivedAt: '2026-11-03T02:00:00Z' }] as Parameters<typeof timeline>[0]['visits'],
    talks,
    changes: [],
    merges: [],
    registeredAt: '2026-11-01T02:00:00Z',
  })
  expect(entries.map((one) => one.kind)).toEqual(['visit', 'talk', 'registered'])
  expect(plansOf(talks).map((one) => one.id)).toEqual(['3', '2'])
})

it('REC-3 whoever is out is out between the hours, until somebody says that they are back', () => {
  const errand = { person: 'li.na', kind: 'ERRAND', from: '2026-11-29T02:00:00Z', until: '2026-11-29T04:00:00Z' } as Parameters<typeof absenceOf>[1][number]
  const during = Date.parse('2026-11-29T03:00:00Z')
  expect(isOut(absenceOf('li.na', [errand], during), during)).toBe(true)
  expect(isOut(absenceOf('li.na', [errand], during - 7_200_000), during - 7_200_000)).toBe(false)
  expect(absenceOf('li.na', [errand], during + 7_200_000)).toBeUndefined()
  expect(absenceOf('li.na', [{ ...errand, endedBy: 'chen.jing' }], during)).toBeUndefined()
  expect(absenceOf('wang.lei', [errand], during)).toBeUndefined()
})

it('days and hours are those of the office', () => {
  expect(today(Date.parse('2026-11-28T16:30:00Z'))).toBe('2026-11-29')
  expect(instantOf('2026-11-29T09:00')).toBe('2026-11-29T01:00:00.000Z')
  expect(localOf(Date.parse('2026-11-29T01:00:00Z'))).toBe('2026-11-29T09:00')
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysBetween('2026-11-29', '2026-11-27')).toBe(-2)
})

it('a list is read to its end', async () => {
  const pages: Record<string, { items: number[]; next?: string }> = { '': { items: [1, 2], next: 'b' }, b: { items: [3] } }
  expect(await wholeList((cursor) => Promise.resolve(pages[cursor ?? '']!))).toEqual([1, 2, 3])
})

it('both languages name the same reasons', () => {
  expect(Object.keys(customerEn.reasons)).toEqual(Object.keys(customerZh.reasons))
})
