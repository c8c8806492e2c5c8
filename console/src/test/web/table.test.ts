import { describe, expect, it } from 'vitest'
import { hundredths, textOf } from '../../main/web/api/exact'
import { Cells, cellOf, type Cell } from '../../main/web/live/cells'
import { Tally } from '../../main/web/live/tally'
import { isNarrowed, leavesOut, NOTHING_LEFT_OUT } from '../../main/web/table/filter'
import { target } from '../../main/web/table/keys'
import { split } from '../../main/web/unit/plan'
import { aCell } from './aCell'

const cell = (unit: string, more: Partial<Cell> = {}): Cell => ({ ...cellOf(aCell({ unit })), building: 'one', ...more })

describe('INV-7 the live table', () => {
  it('own holds frame their cells alone, and no other cell is touched', () => {
    const cells = new Cells()
    const [held, other] = cells.begin([cell('a'), cell('b')])
    const before = other!.value
    cells.mark(new Map([['a', 12]]))
    expect(held!.value.mine).toBe(12)
    expect(other!.value).toBe(before)
    cells.mark(new Map())
    expect(held!.value.mine).toBeUndefined()
  })

  it('a change keeps the frame of an own hold, counts its beats and is held against the filter', () => {
    const drawn: string[] = []
    const cells = new Cells((changes) => drawn.push(...changes.map(({ before, after }) => `${before.state}>${after.state}`)))
    const [one] = cells.begin([cell('a')])
    cells.mark(new Map([['a', 15]]))
    cells.leaveOut(leavesOut({ ...NOTHING_LEFT_OUT, hidden: new Set(['HELD']) }))
    cells.change(cell('a', { state: 'HELD' }))
    cells.draw()
    expect(one!.value).toMatchObject({ state: 'HELD', mine: 15, out: true, beat: 1 })
    expect(drawn).toEqual(['AVAILABLE>HELD'])
  })

  it('a change moves one count from state to state', () => {
    const tally = new Tally([cell('a'), cell('b'), cell('c', { building: 'two' })])
    tally.move(cell('a'), cell('a', { state: 'HELD' }))
    expect(tally.of('one')).toEqual({ AVAILABLE: 1, HELD: 1 })
    expect(tally.of('two')).toEqual({ AVAILABLE: 1 })
  })
})

describe('the filter', () => {
  it('bounds prices in ten thousands, to the cent', () => {
    const isOut = leavesOut({ ...NOTHING_LEFT_OUT, from: '100', to: '150.5' })
    expect(isOut(cell('a', { total: '999999.99' }))).toBe(true)
    expect(isOut(cell('a', { total: '1000000.00' }))).toBe(false)
    expect(isOut(cell('a', { total: '1505000.00' }))).toBe(false)
    expect(isOut(cell('a', { total: '1505000.01' }))).toBe(true)
    expect(isOut(cell('a'))).toBe(true)
  })

  it('narrows by type and layout; what is no amount bounds nothing', () => {
    const shop = cell('a', { productType: 'SHOP', layout: '三室两厅' })
    expect(leavesOut({ ...NOTHING_LEFT_OUT, productType: 'SHOP' })(shop)).toBe(false)
    expect(leavesOut({ ...NOTHING_LEFT_OUT, layout: '两室一厅' })(shop)).toBe(true)
    expect(leavesOut({ ...NOTHING_LEFT_OUT, from: 'x' })(shop)).toBe(false)
    expect(isNarrowed(NOTHING_LEFT_OUT)).toBe(false)
  })
})

it('keys move inside the grid, over what the filter leaves out', () => {
  document.body.innerHTML = `<div class="grid">
    <div class="floor"><button data-unit="a1"></button><button data-unit="a2" class="out"></button><button data-unit="a3"></button></div>
    <div class="floor"><button data-unit="b1" class="out"></button></div>
    <div class="floor"><button data-unit="c1"></button></div></div>`
  const press = (unit: string, key: string, ctrlKey = false): string | undefined => {
    const event = new KeyboardEvent('keydown', { key, ctrlKey })
    Object.defineProperty(event, 'target', { value: document.querySelector(`[data-unit=${unit}]`) })
    return target(event)?.dataset.unit
  }
  expect(press('a1', 'ArrowRight')).toBe('a3')
  expect(press('a3', 'ArrowLeft')).toBe('a1')
  expect(press('a1', 'ArrowDown')).toBe('c1')
  expect(press('a1', 'End')).toBe('a3')
  expect(press('a3', 'Home')).toBe('a1')
  expect(press('a1', 'End', true)).toBe('c1')
  expect(press('c1', 'Home', true)).toBe('a1')
  expect(press('a1', 'Enter')).toBeUndefined()
})

it('amounts stay exact', () => {
  expect(hundredths('90071992547409931.25')).toBe(9007199254740993125n)
  expect(hundredths('1.2')).toBe(120n)
  expect(hundredths('1,000')).toBeUndefined()
  expect(textOf(-5n)).toBe('-0.05')
})

it('QUO-1 a loan is a multiple of ten thousand, and both parts are the whole', () => {
  expect(split('1234567.89', '30')).toEqual({ down: '374567.89', loan: '860000.00' })
  expect(split('1000000.00', '0')).toEqual({ down: '0.00', loan: '1000000.00' })
  expect(split('1000000.00', '101')).toBeUndefined()
})
