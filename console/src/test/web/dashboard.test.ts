import { expect, it } from 'vitest'
import { rowsBy, whole } from '../../main/web/dashboard/through'
import { waitingByForm } from '../../main/web/dashboard/waiting'
import { aCell } from './aCell'

const table = {
  project: 'one',
  version: 1,
  buildings: [
    {
      id: 'one',
      name: '1栋',
      floors: [{ floor: '1', units: [aCell({ productType: 'RESIDENCE', state: 'FILED' }), aCell({ productType: 'SHOP' })] }],
      totals: { units: 2, states: { FILED: 1, AVAILABLE: 1 }, soldShare: '50.00' },
    },
  ],
  layouts: [{ layout: '三室', totals: { units: 1, states: { FILED: 1 }, soldShare: '100.00' } }],
  totals: { units: 2, states: { FILED: 1, AVAILABLE: 1 }, soldShare: '50.00' },
}

it('RPT-2 sell-through by building, layout and product type', () => {
  expect(whole(table)).toMatchObject({ units: 2, share: '50.00', counts: { sold: 1, left: 1 } })
  expect(rowsBy(table, 'buildings', (code) => code).map((row) => [row.name, row.units, row.share])).toEqual([['1栋', 2, '50.00']])
  expect(rowsBy(table, 'layouts', (code) => code).map((row) => row.share)).toEqual(['100.00'])
  expect(rowsBy(table, 'productTypes', (code) => code).map((row) => [row.name, row.share])).toEqual([
    ['RESIDENCE', '100.0'],
    ['SHOP', '0.0'],
  ])
})

it('APR-2 approvals that wait, with their age and who has them', () => {
  const now = Date.parse('2026-11-29T08:00:00Z')
  const waiting = waitingByForm(
    [
      { form: 'REFUND', openedAt: '2026-11-20T08:00:00Z', tasks: [{ role: 'finance', dueAt: '2026-11-22T08:00:00Z' }] },
      { form: 'REFUND', openedAt: '2026-11-29T07:00:00Z', tasks: [{ role: 'finance', dueAt: '2026-12-01T08:00:00Z' }] },
      { form: 'SWAP', openedAt: '2026-11-28T07:00:00Z', tasks: [{ role: 'site-manager', dueAt: '2026-11-30T08:00:00Z' }] },
    ],
    now,
  )
  expect(waiting).toEqual([
    { form: 'REFUND', count: 2, oldestDays: 9, late: 1, steps: [{ step: 'finance', count: 2 }] },
    { form: 'SWAP', count: 1, oldestDays: 1, late: 0, steps: [{ step: 'site-manager', count: 1 }] },
  ])
})
