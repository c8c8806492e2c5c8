import { expect, test } from 'vitest'
import { paperOf } from '../../main/web/api/papers'
import { LONGEST, strokesOf } from '../../main/web/approval/strokes'
import { addressesOf } from '../../main/web/paper/addresses'

const ID = '0199b6a2-5d3f-7c41-9a55-3f1f0e6c2b10'

test('PAP-2 a paper is looked at where its answer says that it is printed, and only by whom it is offered to', () => {
  const offer = (href: string, yours = true) => ({ actions: [{ name: 'print', href, yours }] })
  expect(paperOf(offer(`/api/v1/deal-papers/order-form/${ID}/prints`), 'print')).toEqual({ name: 'paper', params: { service: 'deal', paper: 'order-form', id: ID } })
  expect(paperOf(offer('/api/v1/deal-papers/quarter-progress/of/songfeng/prints'), 'print', '2026-Q4')).toEqual({
    name: 'project-paper',
    params: { service: 'deal', paper: 'quarter-progress', project: 'songfeng' },
    query: { key: '2026-Q4' },
  })
  expect(paperOf(offer(`/api/v1/deal-papers/order-form/${ID}/prints`, false), 'print')).toBeUndefined()
  expect(paperOf(offer('https://elsewhere/deal-papers/x'), 'print')).toBeUndefined()
})

test('PAP-2 each paper has its address, whichever service prints it', () => {
  expect(addressesOf({ service: 'deal', paper: 'print', id: ID }).prints).toBe(`/api/v1/deal-prints/${ID}/copies`)
  expect(addressesOf({ service: 'commission', paper: 'commission-statement', project: 'songfeng', key: '2026-11 li.na' }).page).toBe(
    '/api/v1/commission-papers/commission-statement/of/songfeng?key=2026-11%20li.na',
  )
})

test('APR-4 a drawn signature is lines between whole points of its field, and never longer than the office takes', () => {
  expect(strokesOf([[{ x: 10.4, y: 20.6 }, { x: 11, y: 21 }, { x: 90, y: 250 }], [{ x: 5, y: 5 }]])).toBe('M10 21L90 200M5 5L5 5')
  const scribble = Array.from({ length: 5000 }, (_, at) => ({ x: (at * 37) % 600, y: (at * 53) % 200 }))
  const said = strokesOf([scribble])
  expect(said.length).toBeLessThanOrEqual(LONGEST)
  expect(strokesOf([])).toBe('')
})
