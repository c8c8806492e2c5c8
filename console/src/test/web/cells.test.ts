import { expect, it, vi } from 'vitest'
import { Cells, cellOf, type Cell } from '../../main/web/live/cells'
import { aCell } from './aCell'

const cell = (unit: string, state: string): Cell => cellOf(aCell({ unit, state: state as 'HELD' }))

it('INV-7 changes are gathered, and the last of a unit counts', () => {
  vi.useFakeTimers()
  const drawn = vi.fn()
  const cells = new Cells(drawn)
  const [one] = cells.begin([cell('a', 'AVAILABLE'), cell('b', 'AVAILABLE')])
  cells.change(cell('a', 'HELD'))
  cells.change(cell('a', 'RESERVED'))
  expect(one!.value.state).toBe('AVAILABLE')
  vi.advanceTimersByTime(300)
  expect(one!.value.state).toBe('RESERVED')
  expect(drawn).toHaveBeenCalledTimes(1)
  vi.useRealTimers()
})

it('a table that is read again keeps the cells that are shown', () => {
  const cells = new Cells()
  const [before] = cells.begin([cell('a', 'AVAILABLE')])
  const [after] = cells.begin([cell('a', 'FILED')])
  expect(after).toBe(before)
  expect(before!.value.state).toBe('FILED')
  expect(cells.knows('b')).toBe(false)
})
