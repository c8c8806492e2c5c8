import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { plain } from '../../main/web/commission/reading'
import { en, zh } from '../../main/web/commission/words'

const ROOT = '../commission-service/src/main/java/org/anchang/commission'
const schemas = JSON.parse(readFileSync('../docs/api/commission-service.json', 'utf8')).components.schemas

// The reasons of lines and shares are plain words in the service: all that it writes down.
const reasons = ['attribution', 'earning', 'dispute', 'plan']
  .flatMap((folder) => readdirSync(`${ROOT}/${folder}`).map((file) => readFileSync(`${ROOT}/${folder}/${file}`, 'utf8')))
  .flatMap((text) => [...text.matchAll(/"([A-Z]{3,}(?:_[A-Z]+)*)"/g)])
  .map(([, code]) => code!)

it('COM-4 every reason of the commission ledger has words', () => {
  expect(reasons).toContain('FIRST_CONSULTANT')
  expect(reasons.filter((code) => !(code in zh.reasons) || !(code in en.reasons))).toEqual([])
})

it.each([
  ['CommissionState', zh.states, en.states],
  ['EntryKind', zh.kinds, en.kinds],
  ['PayoutPart', zh.parts, en.parts],
  ['EarnedWhen', zh.earnedAt, en.earnedAt],
])('all of %s have words', (name, chinese, english) => {
  expect(Object.keys(chinese).sort()).toEqual([...schemas[name].enum].sort())
  expect(Object.keys(english).sort()).toEqual([...schemas[name].enum].sort())
})

it('a percentage has no idle zeros', () => {
  expect(['0.8000', '100.0000', '60.00', '100', '33.3300'].map(plain)).toEqual(['0.8', '100', '60', '100', '33.33'])
})
