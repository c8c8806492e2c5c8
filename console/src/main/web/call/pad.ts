// What was asked on the phone, and whether it was answered there: a tap goes from not asked to answered, then to kept
// for the visit, and back.
export type Asked = Record<string, boolean>

export function tapped(asked: Asked, question: string): Asked {
  const before = asked[question]
  const { [question]: _, ...others } = asked
  return before === undefined ? { ...others, [question]: true } : before ? { ...others, [question]: false } : others
}

export function answeredOf(asked: Asked): number {
  return Object.values(asked).filter(Boolean).length
}

export function questionsOf(asked: Asked): { question: string; answered: boolean }[] {
  return Object.entries(asked).map(([question, answered]) => ({ question, answered }))
}
