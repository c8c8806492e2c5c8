import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formOf, HANDLED } from '../../main/web/deal/commands'
import { methodOf } from '../../main/web/deal/forms/ways'
import { byUrgency, stepsOf } from '../../main/web/deal/steps'
import { amountOf, cents, minus, sum, times } from '../../main/web/deal/sums'
import type { Deal } from '../../main/web/deal/types'
import { en, zh } from '../../main/web/deal/words'

const SERVICE = '../deal-service/src/main/java/org/anchang/deal'
const sources = readdirSync(SERVICE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.java'))
  .map((file) => ({ file, text: readFileSync(`${SERVICE}/${file}`, 'utf8') }))

function namesIn(pattern: RegExp, among = sources): string[] {
  return [...new Set(among.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name]) => name!)))].sort()
}

const schemas = JSON.parse(readFileSync('../docs/api/deal-service.json', 'utf8')).components.schemas as Record<string, { enum?: string[] }>

// What deal-service offers beside a deal and its papers: as its document lists the names, or as its sources do.
const OFFERED = Object.values(schemas).find((schema) => schema.enum?.includes('take-deposit'))?.enum ?? namesIn(/(?:Offer\.of\(\d+, |new Offer\(\d+, |Action\.post\(\s*)"([a-z-]+)"/g)
// What has no form on these pages, with the reason.
const WITHOUT_FORM: Record<string, string> = {
  print: 'a link to the paper beside what it is of',
  'print-report': 'a link beside the list of deals',
  'approve-term': 'a button at the term itself',
  'print-contract': 'a link to the paper beside what it is of',
  'print-exchange': 'a link to the paper beside what it is of',
  'print-dunning': 'a link on the list of what is overdue',
  'print-week': 'a link beside the week on the page of collections',
  'print-quarter': 'a link on the quarter page',
  'plan-quarter': 'the sheet of the quarter page',
  'name-keeper': 'of the receipt book: on the pages of finance',
  inspect: 'by engineering, on their page of layout changes',
}

describe('commands', () => {
  it('each name that the service offers has a form, or a reason why not', () => {
    expect(OFFERED.length).toBeGreaterThan(20)
    expect(OFFERED.filter((name) => !HANDLED.includes(name) && !(name in WITHOUT_FORM))).toEqual([])
  })

  it('no form waits for a name that nobody offers', () => {
    expect(HANDLED.filter((name) => !OFFERED.includes(name))).toEqual([])
  })

  it('each has words, and an unknown name has neither form nor fault', () => {
    expect(Object.keys(zh.actions).sort()).toEqual([...HANDLED].sort())
    expect(formOf('as-yet-unheard-of')).toBeUndefined()
    expect(formOf('toString')).toBeUndefined()
  })
})

describe('words', () => {
  it.each([
    ['the kind of a line', zh.kinds],
    ['the state of an order form', zh.formStates],
    ['the state of a filing', zh.filingStates],
    ['the state of a mortgage', zh.mortgageStates],
    ['the state of a request', zh.requestStates],
    ['the state of a receipt', zh.receiptStates],
    ['the kind of a receipt', zh.receiptKinds],
    ['the kind of a deposit', zh.depositKinds],
    ['a step of the discount', zh.discounts],
    ['who signs', zh.signers],
    ['a paper of identity', zh.papers],
    ['the basis of a refund', zh.bases],
    ['how a loan is paid back', zh.repayments],
  ])('%s: all codes of one enum', (_, words) => {
    const codes = Object.keys(words).sort()
    expect(Object.values(schemas).some((schema) => schema.enum && [...schema.enum].sort().join() === codes.join()), codes.join()).toBe(true)
  })

  it('every field of a printed form has words', () => {
    const forms = sources.filter(({ text }) => text.includes('FormFields'))
    const fields = namesIn(/\.with\(\s*"([A-Za-z]+)"/g, forms).filter((name) => name !== 'field')
    expect(fields.filter((name) => !(name in zh.printed))).toEqual([])
    expect(Object.keys(en.printed)).toEqual(Object.keys(zh.printed))
  })
})

describe('sums', () => {
  it('are exact where numbers of the machine are not', () => {
    expect(sum('0.10', '0.20')).toBe('0.30')
    expect(times('10123.45', '117.33')).toBe('1187784.39')
    expect(times('0.05', '0.10')).toBe('0.01')
    expect(minus('900719925474.99', '0.01')).toBe('900719925474.98')
    expect(minus('1', '2.5')).toBe('-1.50')
  })

  it('what is no amount is none', () => {
    expect(cents('')).toBeUndefined()
    expect(cents('1.234')).toBeUndefined()
    expect(cents('1e5')).toBeUndefined()
    expect(amountOf('1,250,000')).toBe('1250000.00')
    expect(amountOf('many')).toBe('many')
  })
})

describe('the way of a deal', () => {
  const states = (deal: object) => Object.fromEntries(stepsOf(deal as Deal).map((step) => [step.name, step.state]))

  it('a ticket waits for the word of the site manager', () => {
    expect(states({ stage: 'QUEUED', unitConfirmed: false })).toMatchObject({ ticket: 'done', confirmed: 'now', deposit: 'open', filed: 'open' })
  })

  it('a small deposit past its day is late', () => {
    expect(states({ stage: 'RESERVED', unitConfirmed: true, topUpBy: '2020-01-01' })).toMatchObject({ deposit: 'late', form: 'open' })
  })

  it('a contract takes everything before it as done', () => {
    const got = states({ stage: 'CONTRACTED', depositOutstanding: '50000.00', contract: { signedOn: '2026-01-01', fileBy: '2020-01-31' }, buyers: [] })
    expect(got).toMatchObject({ deposit: 'done', form: 'done', buyers: 'done', contract: 'done', filed: 'late' })
  })

  it('overdue first, then what falls due next', () => {
    const deals = [
      { id: 'ended', stage: 'REFUNDED' },
      { id: 'filed', stage: 'FILED', contract: { fileBy: '2026-01-01', filingOverdue: false } },
      { id: 'ticket', stage: 'QUEUED' },
      { id: 'later', stage: 'RESERVED', dueOn: '2026-12-02' },
      { id: 'filing', stage: 'CONTRACTED', contract: { fileBy: '2026-11-20', filingOverdue: true } },
      { id: 'late', stage: 'SUBSCRIBED', overdue: true, dueOn: '2026-11-01' },
      { id: 'soon', stage: 'CONTRACTED', contract: { fileBy: '2026-12-01' } },
    ] as Deal[]
    expect(deals.sort(byUrgency).map((deal) => deal.id)).toEqual(['late', 'filing', 'soon', 'later', 'ticket', 'filed', 'ended'])
  })
})

it('money comes as it was said to', () => {
  const way = { type: 'CASH' as const, slip: ' 12 ', accountNumber: '', sameSlipBecause: '', isByAnother: false, payerName: '', payerAccount: '' }
  expect(methodOf(way)).toEqual({ method: { type: 'CASH' } })
  expect(methodOf({ ...way, type: 'POS' })).toEqual({ method: { type: 'POS', slip: '12' } })
  expect(methodOf({ ...way, isByAnother: true, payerName: '张三' })).toEqual({ method: { type: 'CASH' }, payer: { name: '张三' } })
})
