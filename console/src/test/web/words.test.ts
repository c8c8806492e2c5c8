import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { money, shortMoney } from '../../main/web/words'
import { en } from '../../main/web/words/en'
import { zh } from '../../main/web/words/zh'
import * as customer from '../../main/web/customer/words'
import * as dossier from '../../main/web/dossier/words'
import * as person from '../../main/web/dossier/personWords'
import * as parts from '../../main/web/parts/words'
import * as reception from '../../main/web/reception/words'
import * as unit from '../../main/web/unit/words'

const DOCUMENTS = '../docs/api'
const ROOT = 'src/main/web'

// Every code that the services may show has a word in both languages.
it.each([
  ['UnitState', zh.states, en.states],
  ['UnitState', zh.signs, en.signs],
  ['Channel', zh.channels, en.channels],
  ['DealStage', zh.stages, en.stages],
  ['ProductType', zh.productTypes, en.productTypes],
  ['Basis', zh.bases, en.bases],
  ['Gender', parts.zh.genders, parts.en.genders],
  ['IntentGrade', parts.zh.grades, parts.en.grades],
  ['ReceptionReason', customer.zh.reasons, customer.en.reasons],
  ['ReceptionReason', reception.zh.reasons, reception.en.reasons],
  ['ReceptionRule', reception.zh.rules, reception.en.rules],
  ['ArrivalKind', reception.zh.arrivals, reception.en.arrivals],
  ['ArrivalKind', reception.zh.arrivalHints, reception.en.arrivalHints],
  ['DutyState', reception.zh.states, reception.en.states],
  ['DutyStage', reception.zh.stages, reception.en.stages],
  ['PassReason', reception.zh.passReasons, reception.en.passReasons],
  ['HouseholdOwner', reception.zh.household, reception.en.household],
  ['AreaKind', unit.zh.areaKinds, unit.en.areaKinds],
  ['DossierSection', dossier.zh.sections, dossier.en.sections],
  ['DossierSection', dossier.zh.shortSections, dossier.en.shortSections],
  ['Purpose', dossier.zh.purposes, dossier.en.purposes],
  ['ConsentWay', dossier.zh.ways, dossier.en.ways],
  ['FieldType', dossier.zh.types, dossier.en.types],
  ['CountedStage', dossier.zh.stages, dossier.en.stages],
  ['Stays', person.zh.stays, person.en.stays],
  ['Certificate', unit.zh.permitNames, unit.en.permitNames],
])('all of %s have words', (name, chinese, english) => {
  const codes = readdirSync(DOCUMENTS)
    .map((file) => JSON.parse(readFileSync(`${DOCUMENTS}/${file}`, 'utf8')).components.schemas[name]?.enum as string[] | undefined)
    .find((found) => found !== undefined)
  expect(codes).toBeDefined()
  expect(Object.keys(chinese).sort()).toEqual([...codes!].sort())
  expect(Object.keys(english).sort()).toEqual([...codes!].sort())
})

it('Chinese keeps its full-width punctuation', () => {
  const broken = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|vue)$/.test(file) && !file.includes('generated'))
    .flatMap((file) => readFileSync(`${ROOT}/${file}`, 'utf8').split('\n').map((line) => `${file}: ${line.trim()}`))
    .filter((line) => /[\u4e00-\u9fff] ?[,;:!?()]|[,;!?()] ?[\u4e00-\u9fff]/.test(line))
  expect(broken).toEqual([])
})

it('money stays text', () => {
  expect(money('1105300.00')).toBe('1,105,300')
  expect(money('999.50')).toBe('999.50')
  expect(money('90071992547409931234.56')).toBe('90,071,992,547,409,931,234.56')
  expect(shortMoney('1625000.00')).toBe('162.5万')
  expect(shortMoney('1620000.00')).toBe('162万')
  expect(shortMoney('9000.00')).toBe('9000')
  expect(shortMoney('217735000.00')).toBe('2.17亿')
})
