import { expect, it } from 'vitest'
import { changesOf, draftOf, saysOf, type Filled } from '../../main/web/dossier/reading'
import { asItIs, changesIn, lines, moved } from '../../main/web/dossier/template'

const field = (key: string, type: string, options: string[] = [], section = 'BASICS') =>
  ({ key, type, section, label: key, options: options.map((one) => ({ key: one, label: `${one}!` })), hidden: false, required: false, locked: false, purpose: 'ORDINARY', own: false }) as Filled['field']

it('only what differs is sent, and what was emptied as nothing', () => {
  const fields: Filled[] = [
    { field: field('name', 'TEXT'), value: '甲', chosen: [] },
    { field: field('many', 'MANY_OF', ['A', 'B']), chosen: ['A', 'B'] },
    { field: field('empty', 'TEXT'), chosen: [] },
  ]
  const draft = draftOf(fields)
  expect(changesOf(fields, draft)).toEqual([])
  draft.name!.value = '  '
  draft.many!.chosen = ['B', 'A']
  draft.empty!.value = '乙'
  expect(changesOf(fields, draft)).toEqual([
    { field: 'name', value: undefined, chosen: [] },
    { field: 'empty', value: '乙', chosen: [] },
  ])
})

it('answers are said in words', () => {
  expect(saysOf(field('many', 'MANY_OF', ['A', 'B']), undefined, ['A', 'B'])).toContain('A!')
  expect(saysOf(field('gone', 'ONE_OF', ['A']), 'Z', [])).toBe('Z')
})

it('a field moves within its section, and not beyond it', () => {
  const fields = [field('a', 'TEXT'), field('b', 'TEXT', [], 'FAMILY'), field('c', 'TEXT')]
  const wanted = asItIs(fields)
  expect(changesIn(wanted, fields)).toBe(0)
  expect(moved(wanted, 'c', -1)?.map((one) => one.field.key)).toEqual(['c', 'a', 'b'])
  expect(moved(wanted, 'a', -1)).toBeNull()
  expect(lines(' 一 \n\n二')).toEqual(['一', '二'])
})
