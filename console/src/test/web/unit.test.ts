import { expect, it } from 'vitest'
import { built } from '../../main/web/inspection/layouts'
import { corrected } from '../../main/web/unit/corrected'

it('INV-1 what differs is corrected, and nothing to nothing', () => {
  const unit = { layout: '3/2', view: '湖景', productType: 'RESIDENCE' as const }
  expect(corrected(unit, unit)).toEqual({})
  expect(corrected(unit, { layout: ' 3/1 ', view: '', productType: 'SHOP' })).toEqual({ layout: '3/1', productType: 'SHOP' })
  expect(corrected({ productType: 'SHOP' }, { layout: '', view: '街景', productType: 'SHOP' })).toEqual({ view: '街景' })
})

it('LAY-1 of a layout change what is to be built is shown, beside what it was', () => {
  expect(built({ unit: '1-101', layout: '3/2', area: '120.00', newLayout: '2/2', newInteriorArea: '98.50', wishes: '拆墙' })).toEqual([
    { name: 'layout', said: '3/2 → 2/2' },
    { name: 'interiorArea', said: '98.50' },
  ])
})
