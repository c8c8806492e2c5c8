import type { ApprovalSchemas as Schemas } from '../api/client'

// What of an approval the figures are made of.
type Approval = Pick<Schemas['ApprovalView'], 'form' | 'openedAt'> & { tasks: Partial<Pick<Schemas['OpenTask'], 'role' | 'step' | 'dueAt'>>[] }
const DAY_MILLIS = 86_400_000

export interface Waiting {
  form: string
  count: number
  oldestDays: number
  late: number
  // At which steps they stand, the most frequent first.
  steps: { step: string; count: number }[]
}

// Running approvals by form: how many, for how long at most, how many past their time, and who has them.
export function waitingByForm(approvals: Approval[], now: number): Waiting[] {
  const forms = new Map<string, Approval[]>()
  for (const one of approvals) {
    forms.set(one.form ?? '', [...(forms.get(one.form ?? '') ?? []), one])
  }
  return [...forms]
    .map(([form, all]) => ({
      form,
      count: all.length,
      oldestDays: Math.max(...all.map((one) => Math.floor((now - Date.parse(one.openedAt ?? '')) / DAY_MILLIS))),
      late: all.filter((one) => isLate(one, now)).length,
      steps: steps(all),
    }))
    .sort((a, b) => b.oldestDays - a.oldestDays)
}

export function isLate(approval: Approval, now: number): boolean {
  return (approval.tasks ?? []).some((task) => Date.parse(task.dueAt ?? '') < now)
}

function steps(all: Approval[]): Waiting['steps'] {
  const counts = new Map<string, number>()
  for (const task of all.flatMap((one) => one.tasks ?? [])) {
    const step = task.role ?? task.step ?? ''
    counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  return [...counts].map(([step, count]) => ({ step, count })).sort((a, b) => b.count - a.count)
}
