import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import { Cells, cellOf } from '../../main/web/live/cells'
import UnitGrid from '../../main/web/table/UnitGrid.vue'
import { aCell } from './aCell'

// What keeps 3,000 cells cheap: whoever lays them out reads none of them (see src/bench for what it costs in a browser).
it('INV-7 a change redraws its own cell, and not the grid', async () => {
  const cells = new Cells()
  const made = cells.begin(['a', 'b', 'c'].map((unit) => cellOf(aCell({ unit, room: unit }))))
  const slots = made.map((cell) => ({ unit: cell.value.unit, cell }))
  const updated = vi.fn()
  const page = mount(
    defineComponent({
      setup: () => () =>
        h(UnitGrid, {
          floors: [{ floor: '1', sections: [{ section: '1', slots }] }],
          small: false,
          isStale: false,
          tabStop: 'a',
          onVnodeUpdated: updated,
        }),
    }),
  )
  cells.change(cellOf(aCell({ unit: 'b', state: 'HELD', room: 'b' })))
  cells.draw()
  await nextTick()
  const shown = page.findAll('[data-unit]')
  expect(shown.map((one) => one.classes().find((name) => name.startsWith('state-')))).toEqual(['state-AVAILABLE', 'state-HELD', 'state-AVAILABLE'])
  expect(shown[1]!.classes()).toContain('beat-1')
  expect(shown.map((one) => one.attributes('tabindex'))).toEqual(['0', '-1', '-1'])
  expect(updated).not.toHaveBeenCalled()
})
