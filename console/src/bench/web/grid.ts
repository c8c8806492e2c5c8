// 3,000 cells in a real browser: what a change costs through the grid, and what it costs to write the same by hand.
// `await cost('grid')` and `await cost('plain')` change 50 cells a second for some seconds; whoever asks measures the time
// of the main thread around it.
import '../../main/web/tokens.css'
import { createApp, h } from 'vue'
import { Cells, cellOf, type Cell } from '../../main/web/live/cells'
import UnitGrid from '../../main/web/table/UnitGrid.vue'

const FLOORS = 100
const A_FLOOR = 30
const PAUSE_MILLIS = 20
const STATES = ['AVAILABLE', 'HELD', 'RESERVED', 'SUBSCRIBED', 'CONTRACTED', 'FILED']

const cellAt = (at: number, turn: number): Cell => ({
  ...cellOf({ unit: `u${at}`, room: String(at % A_FLOOR).padStart(2, '0'), label: `1-${at}`, total: `${1_000_000 + turn * 1_000}.00` }),
  state: STATES[turn % STATES.length]!,
})

const cells = new Cells()
const floors = Array.from({ length: FLOORS }, (_, floor) => {
  const made = cells.begin(Array.from({ length: A_FLOOR }, (__, at) => cellAt(floor * A_FLOOR + at, 0)))
  return { floor: String(FLOORS - floor), sections: [{ section: '1', slots: made.map((cell) => ({ unit: cell.value.unit, cell })) }] }
})
const app = createApp({ setup: () => () => h(UnitGrid, { floors, small: false, isStale: false, tabStop: 'u0' }) })
app.mount('#app')

function plain(): (cell: Cell) => void {
  const copy = document.querySelector('.grid')!.cloneNode(true) as HTMLElement
  app.unmount()
  document.querySelector('#app')!.append(copy)
  const buttons = new Map([...copy.querySelectorAll<HTMLElement>('[data-unit]')].map((one) => [one.dataset.unit, one]))
  let beat = 0
  return (cell) => {
    const button = buttons.get(cell.unit)!
    button.className = `cell unit state-${cell.state} beat-${beat++ % 2}`
    button.setAttribute('aria-label', `${cell.label} ${cell.state} ${cell.total}`)
    button.querySelector('.price')!.textContent = cell.total ?? ''
  }
}

async function cost(how: 'grid' | 'plain', seconds: number): Promise<number> {
  const change = how === 'grid' ? (cell: Cell) => cells.change(cell) : plain()
  const until = performance.now() + seconds * 1_000
  let turn = 0
  while (performance.now() < until) {
    turn++
    change(cellAt((turn * 59) % (FLOORS * A_FLOOR), turn))
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS))
  }
  return turn
}

Object.assign(window, { cost })
