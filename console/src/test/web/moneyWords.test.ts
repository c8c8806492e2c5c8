import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { en, zh } from '../../main/web/money/words'

const schemas = JSON.parse(readFileSync('../docs/api/deal-service.json', 'utf8')).components.schemas

function codesOf(owner: string, member: string): string[] {
  const named = schemas[owner].properties[member]
  return schemas[named.$ref.split('/').at(-1)].enum
}

it.each([
  [codesOf('Balance', 'account'), zh.accounts, en.accounts],
  [codesOf('Balance', 'nature'), zh.natures, en.natures],
  [codesOf('Entry', 'what'), zh.whats, en.whats],
  [codesOf('ReceiptAnswer', 'kind'), zh.kinds, en.kinds],
  [codesOf('ReceiptAnswer', 'state'), zh.receiptStates, en.receiptStates],
])('FIN-2 %s all have words', (codes, chinese, english) => {
  expect(Object.keys(chinese).sort()).toEqual([...codes].sort())
  expect(Object.keys(english).sort()).toEqual([...codes].sort())
})
