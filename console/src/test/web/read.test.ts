import { expect, it } from 'vitest'
import { queries } from '../../main/web/api/queries'
import { afresh } from '../../main/web/api/read'

it('what was under way when something changed does not count as new', async () => {
  const queryKey = ['customers', 'phone', '13912340001']
  let answer: (said: string) => void = () => undefined
  const queryFn = () => new Promise<string>((resolve) => (answer = resolve))
  const underWay = queries.fetchQuery({ queryKey, queryFn })

  const told = afresh('customers')
  answer('not registered')
  await told

  expect(await underWay).toBe('not registered')
  expect(await queries.fetchQuery({ queryKey, queryFn: () => Promise.resolve('registered') })).toBe('registered')
})
