import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { draftOf, newDraft, stagesOf } from '../../main/web/setup/chains'
import { percent } from '../../main/web/setup/percent'
import { differences } from '../../main/web/setup/copying'
import { nextOf, standings } from '../../main/web/setup/progress'
import { pattern, SETTINGS } from '../../main/web/setup/settingKeys'
import { en, zh } from '../../main/web/setup/settingWords'

// The services' own enums are what a project may set; every one has a kind here and words in both languages.
it('all settings of the services have words', () => {
  for (const [service, kinds] of Object.entries(SETTINGS)) {
    const folder = `../${service}-service/src/main/java/org/anchang/${service}`
    const file = readdirSync(folder).find((name) => name.endsWith('Setting.java'))
    const names = [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/^ {4}([A-Z][A-Z_]+)\(/gm)].map(([, name]) => name)
    expect(Object.keys(kinds).sort(), service).toEqual([...names].sort())
  }
  // Two services may have a setting of the same name and meaning.
  const all = [...new Set(Object.values(SETTINGS).flatMap(Object.keys))].sort()
  expect(Object.keys(zh.keys).sort()).toEqual(all)
  expect(Object.keys(en.keys).sort()).toEqual(all)
})

it('a percentage is shown as short as it is', () => {
  expect(['40.00', '1.2500', '10', '0.00', undefined].map(percent)).toEqual(['40', '1.25', '10', '0', ''])
})

it('a value is typed as what it is', () => {
  const fits = (kind: Parameters<typeof pattern>[0], value: string): boolean => new RegExp(`^(?:${pattern(kind).pattern})$`).test(value)
  expect(fits('minutes', '15')).toBe(true)
  expect(fits('minutes', '1.5')).toBe(false)
  expect(fits('percent', '2.5')).toBe(true)
  expect(fits('money', '50000.00')).toBe(true)
  expect(fits('initials', 'LY')).toBe(true)
  expect(fits('initials', 'ly')).toBe(false)
  expect(fits('absence', 'END')).toBe(true)
})

describe('APR-1 a chain is written as it was typed', () => {
  it('keeps statements and the fields that signers fill in, and names each step once', () => {
    const statement = { key: 'consultant-statement', kind: 'STATEMENT' as const }
    const finance = { key: 'finance', role: 'finance', gives: [{ name: 'payoutOn', type: 'COMING_DATE' as const }] }
    const stages = stagesOf([[draftOf(statement)], [draftOf(finance), { ...newDraft(), role: 'finance', when: ' penalty > 100 ' }], []])
    expect(stages[0]?.steps).toEqual([statement])
    expect(stages).toHaveLength(2)
    expect(stages[1]?.steps.map((step) => step.key)).toEqual(['finance', 'finance-2'])
    expect(stages[1]?.steps[0]?.gives).toEqual(finance.gives)
    expect(stages[1]?.steps[1]?.when).toBe('penalty > 100')
  })

  it('takes named persons by any comma', () => {
    const [stage] = stagesOf([[{ ...newDraft(), role: 'named', persons: 'li.na，wang.lei、zhao.min', isAll: true }]])
    expect(stage?.steps[0]).toMatchObject({ persons: ['li.na', 'wang.lei', 'zhao.min'], signs: 'ALL' })
    expect(stage?.steps[0]?.role).toBeUndefined()
  })
})

it('the way to the first hold says what is missing and what comes next, and what a role does not see', () => {
  const begun = standings({ buildings: [] }, 'new')
  expect(begun).toMatchObject({ buildings: 'todo', prices: 'todo', certificates: 'todo', release: 'unknown', people: 'unknown', hold: 'unknown' })
  expect(nextOf(begun)).toBe('buildings')
  const buildings = [{ units: 48, missingCertificates: [] }, { units: 0, missingCertificates: ['PRE_SALE'] }]
  const further = standings({ buildings, releases: [{ state: 'OPEN' }], isHeld: false }, 'new')
  expect(further).toMatchObject({ prices: 'done', certificates: 'todo', release: 'done', hold: 'todo' })
  expect(nextOf(further)).toBe('certificates')
})

it('a project needs a site manager and a consultant of its own', () => {
  const person = (role: string, project: string, state = 'ACTIVE') => ({ state, posts: [{ project, role }] })
  const standing = (...people: ReturnType<typeof person>[]) => standings({ people }, 'new').people
  expect(standing(person('site-manager', 'new'), person('consultant', 'other'))).toBe('todo')
  expect(standing(person('site-manager', 'new'), person('consultant', 'new', 'LEFT'))).toBe('todo')
  expect(standing(person('site-manager', '*'), person('consultant', 'new'))).toBe('done')
})

it('of another project’s settings those are copied that differ', () => {
  const here = [{ name: 'FILING_DAYS', value: '30' }, { name: 'LOAN_DAYS', value: '60' }]
  const there = [{ name: 'FILING_DAYS', value: '20' }, { name: 'LOAN_DAYS', value: '60' }]
  expect(differences('deal', here, there)).toEqual([{ service: 'deal', name: 'FILING_DAYS', here: '30', there: '20' }])
})
