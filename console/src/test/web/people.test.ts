import { expect, it } from 'vitest'
import { wholeList } from '../../main/web/api/pages'
import { GROUP_NAMES, groupOf, ICONS, plansOf, questionsOf, wordOf, type Entry } from '../../main/web/customer/timeline'
import { zh as timelineZh } from '../../main/web/customer/timelineWords'
import { askedOf, filterOf, isSame } from '../../main/web/customer/views'
import { en as customerEn, zh as customerZh } from '../../main/web/customer/words'
import { absenceOf, instantOf, isOut, localOf } from '../../main/web/reception/absences'
import { daysBetween, plusDays, today } from '../../main/web/words/days'

it('TRK-1 the plans that wait stand apart, the earliest first', () => {
  const talks = [
    { id: '1', state: 'DONE' as const, at: '2026-11-02T02:00:00Z' },
    { id: '2', state: 'PLANNED' as const, dueOn: '2026-12-05' },
    { id: '3', state: 'PLANNED' as const, dueOn: '2026-12-01' },
  ] as Parameters<typeof plansOf>[0]
  expect(plansOf(talks).map((one) => one.id)).toEqual(['3', '2'])
})

it('CUS-9 an entry is called by its own word, and each kind has its group and picture', () => {
  const merged = { id: '1', kind: 'OWNER', what: 'MERGED', at: '', texts: {}, facts: {}, actions: [] } as unknown as Entry
  expect(wordOf(timelineZh.what, merged)).toBe('随档案合并')
  expect(wordOf(timelineZh.what, { ...merged, kind: 'MERGE' })).toBe('并入一份重复档案')
  expect(wordOf(timelineZh.what, { ...merged, what: 'DepositTaken', kind: 'MONEY' })).toBe('收定金')
  expect(groupOf('APPROVAL')).toBe('DEAL')
  expect(GROUP_NAMES.filter((name) => name !== 'ALL').every((name) => ICONS[name])).toBe(true)
  expect(questionsOf({ ...merged, texts: { questions: '[{"question":"价格"},{"question":"交房"}]' } })).toBe('价格、交房')
})

it('CUS-9 a saved view brings back what the list was narrowed to', () => {
  const asked = { kind: 'open', grade: 'A', overdue: 'yes', source: '路过' }
  const again = askedOf(filterOf(asked))
  expect(isSame(again, asked)).toBe(true)
  expect(isSame(again, { ...asked, grade: 'B' })).toBe(false)
  expect(filterOf({ kind: 'no-phone' })).toMatchObject({ withoutPhone: true, bought: undefined })
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
