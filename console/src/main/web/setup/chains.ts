import type { ApprovalSchemas as Schemas } from '../api/client'

export type Stage = Schemas['Stage']
export type Step = Schemas['Step']
export type Chain = Schemas['WrittenChain']

export const SIGNERS = ['consultant', 'site-manager', 'sales-supervisor', 'sales-manager', 'sales-statistician', 'finance', 'general-manager', 'engineering', 'cost-auditor'] as const

// A step as it is typed: a role, or named persons.
export interface Draft {
  role: string
  persons: string
  isAll: boolean
  when: string
  isAgain: boolean
  // What the step had and the form does not show: its key, the fields it asks for, whether it is a statement.
  kept: Step
}

export const NAMED = 'named'

export function draftOf(step: Step): Draft {
  return {
    role: step.role ?? NAMED,
    persons: (step.persons ?? []).join(', '),
    isAll: step.signs === 'ALL',
    when: step.when ?? '',
    isAgain: step.maySignAgain ?? false,
    kept: step,
  }
}

export function newDraft(): Draft {
  return { role: 'sales-manager', persons: '', isAll: false, when: '', isAgain: false, kept: { key: '' } }
}

// The stages as the service takes them. A step is named by its role, and by a number too where a role signs twice; the
// fields that a signer fills in stay with the role that had them.
export function stagesOf(drafts: Draft[][]): Stage[] {
  const taken = new Set<string>()
  return drafts
    .filter((stage) => stage.length > 0)
    .map((stage) => ({
      steps: stage.map((draft): Step => {
        if (draft.kept.kind === 'STATEMENT') {
          return draft.kept
        }
        const isNamed = draft.role === NAMED
        return {
          key: unused(isNamed ? 'named-person' : draft.role, taken),
          role: isNamed ? undefined : draft.role,
          persons: isNamed ? draft.persons.split(/[,，、\s]+/).filter(Boolean) : undefined,
          signs: isNamed && draft.isAll ? 'ALL' : undefined,
          when: draft.when.trim() || undefined,
          gives: draft.kept.gives,
          maySignAgain: draft.isAgain || undefined,
        }
      }),
    }))
}

function unused(name: string, taken: Set<string>): string {
  let key = name
  for (let number = 2; taken.has(key); number++) {
    key = `${name}-${number}`
  }
  taken.add(key)
  return key
}
