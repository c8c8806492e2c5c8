import { describe, expect, it } from 'vitest'
import { CommandKey, useCommand } from '../../main/web/api/command'
import { NO_ANSWER, ofField, type Problem } from '../../main/web/api/problem'

describe('SEC-3 one key per intention', () => {
  it('the same content keeps its key, other content and a done command get a new one', () => {
    const key = new CommandKey()
    const first = key.of({ unit: 'a' })
    expect(key.of({ unit: 'a' })).toBe(first)
    const second = key.of({ unit: 'b' })
    expect(second).not.toBe(first)
    key.done()
    expect(key.of({ unit: 'b' })).not.toBe(second)
  })

  it('a broken line is tried again with the same key', async () => {
    const keys: string[] = []
    const command = useCommand((_: string, key: string) => {
      keys.push(key)
      return keys.length < 2 ? Promise.reject<string>(NO_ANSWER) : Promise.resolve('done')
    })
    expect(await command.send('x')).toBe('done')
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
  })

  it('a double click sends once, a refusal is shown and not sent again', async () => {
    const refused: Problem = { status: 409, title: 'x', code: 'UNIT_NOT_AVAILABLE' }
    let sent = 0
    const command = useCommand(() => {
      sent++
      return Promise.reject<string>(refused)
    })
    await Promise.all([command.send('x'), command.send('x')])
    expect(sent).toBe(1)
    expect(command.problem.value?.code).toBe('UNIT_NOT_AVAILABLE')
  })
})

it('a violation goes to its field', () => {
  const problem: Problem = { status: 422, title: '', code: '', violations: [{ field: 'buyers[0].phone', message: 'no phone' }] }
  expect(ofField(problem, 'phone')).toBe('no phone')
  expect(ofField(problem, 'name')).toBeUndefined()
})
