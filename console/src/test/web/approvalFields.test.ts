import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FIELDS, arranged, comparison, inputOf, stake } from '../../main/web/approval/fields'
import { en, zh } from '../../main/web/approval/words'

const FIELDS_OF_FORMS = '../deal-service/src/main/java/org/anchang/deal/change/FormField.java'
const CHAINS = '../approval-service/src/main/java/org/anchang/approval/chain/DefaultCourses.java'

function named(file: string, pattern: RegExp): string[] {
  return [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name]) => name!)
}

// What stands on the forms of deal-service, and what the steps of the default chains ask their signers for.
const sent = named(FIELDS_OF_FORMS, /^ {4}([A-Z_]+)\(Kind\./gm).map((constant) =>
  constant.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
)
const asked = named(CHAINS, /AddedField\("(\w+)"/g)

it('APR-4 the catalogue has every field that stands on a form, and no other', () => {
  expect(sent.length).toBeGreaterThan(30)
  expect(asked).toContain('payoutOn')
  expect(Object.keys(FIELDS).sort()).toEqual([...new Set([...sent, ...asked])].sort())
})

it.each([
  ['Decision', zh.decisions, en.decisions],
  ['ApprovalState', zh.states, en.states],
  ['Progress', zh.progress, en.progress],
  ['RefundBasis', zh.bases, en.bases],
])('all of %s have words', (name, chinese, english) => {
  const codes = ['approval', 'deal']
    .map((service) => JSON.parse(readFileSync(`../docs/api/${service}-service.json`, 'utf8')).components.schemas[name]?.enum as string[] | undefined)
    .find((found) => found !== undefined)
  expect(Object.keys(chinese).sort()).toEqual([...codes!].sort())
  expect(Object.keys(english).sort()).toEqual([...codes!].sort())
})

it('DIS-1 what changes stands side by side, with the difference to the cent', () => {
  const fields = { normalDiscount: '1000.00', requestedDiscount: '5000.50', originalTotal: '900000.00', discountedTotal: '895999.50', reason: '老客户' }
  expect(comparison('DISCOUNT', fields).map((row) => [row.as, row.difference])).toEqual([
    ['requestedDiscount', '4000.50'],
    ['total', '-4000.50'],
  ])
  expect(stake('DISCOUNT', fields)).toBe('-4000.50')
  expect(arranged('DISCOUNT', fields)).toEqual({ texts: ['reason'], facts: [] })
})

it('RFD-1 a step gets the input that its field needs', () => {
  expect([inputOf('payoutOn'), inputOf('cost'), inputOf('madeUpByAProject')]).toEqual(['date', 'money', 'text'])
})
