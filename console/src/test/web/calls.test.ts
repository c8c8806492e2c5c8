import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { answeredOf, questionsOf, tapped, type Asked } from '../../main/web/call/pad'
import { clock } from '../../main/web/call/words'
import * as care from '../../main/web/care/words'
import * as ofCustomer from '../../main/web/customer/careWords'

it('TEL-1 a tap goes from not asked to answered, to kept for the visit, and back', () => {
  const once = tapped({}, '价格')
  const twice = tapped(once, '价格')

  expect(once).toEqual({ 价格: true })
  expect(twice).toEqual({ 价格: false })
  expect(tapped(twice, '价格')).toEqual({})
})

it('TEL-1 only what was answered counts', () => {
  const asked: Asked = { 价格: true, 户型: false, 学区: true }

  expect(answeredOf(asked)).toBe(2)
  expect(questionsOf(asked)).toContainEqual({ question: '户型', answered: false })
})

it('the clock of a call', () => {
  expect([0, 59, 60, 185, 3_600].map(clock)).toEqual(['0:00', '0:59', '1:00', '3:05', '60:00'])
})

it.each([
  ['ComplaintKind', care.zh.kinds, care.en.kinds],
  ['ComplaintWay', care.zh.ways, care.en.ways],
  ['ComplaintState', care.zh.states, care.en.states],
  ['CaseStepKind', care.zh.stepNames, care.en.stepNames],
  ['CareWay', care.zh.taskWays, care.en.taskWays],
  ['CareDone', care.zh.dones, care.en.dones],
  ['CareState', care.zh.taskStates, care.en.taskStates],
  ['Relation', care.zh.relations, care.en.relations],
  ['Relation', ofCustomer.zh.relations, ofCustomer.en.relations],
  ['BirthCalendar', ofCustomer.zh.calendars, ofCustomer.en.calendars],
])('all of %s have words', (name, chinese, english) => {
  const codes = JSON.parse(readFileSync('../docs/api/customer-service.json', 'utf8')).components.schemas[name].enum as string[]
  expect(Object.keys(chinese).sort()).toEqual([...codes].sort())
  expect(Object.keys(english).sort()).toEqual([...codes].sort())
})
