import { expect, it } from 'vitest'
import { officeMoment } from '../../main/web/api/moment'
import { localOf } from '../../main/web/past/moments'

it('AOF-1 a moment is written as the office says it, and asked for as what it is', () => {
  expect(localOf(Date.parse('2026-11-30T02:05:59Z'))).toBe('2026-11-30T10:05')
  expect(localOf(Date.parse('2026-11-30T16:30:00Z'))).toBe('2026-12-01T00:30')
  expect(officeMoment(localOf(Date.parse('2026-11-30T02:05:00Z')))).toBe('2026-11-30T02:05:00.000Z')
})
