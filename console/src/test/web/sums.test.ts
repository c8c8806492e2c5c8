import { expect, it } from 'vitest'
import { byAmount, difference, isPositive, sumOf } from '../../main/web/api/sums'

it('sums are exact, however long the amounts', () => {
  expect(sumOf(['0.10', '0.20', undefined, '90071992547409931234.56'])).toBe('90071992547409931234.86')
  expect(difference('100.00', '100.01')).toBe('-0.01')
  expect(difference(undefined, '1.00')).toBeUndefined()
  expect([isPositive('0.00'), isPositive('-1.00'), isPositive('0.01')]).toEqual([false, false, true])
  expect(['9.00', '10.00', '-1.00'].sort(byAmount)).toEqual(['10.00', '9.00', '-1.00'])
})
