import { type Ref } from 'vue'
import { customers, type CustomerSchemas as Schemas } from '../api/client'
import { useRead } from '../api/read'
import type { Field } from './reading'

// What a project asks in its dossiers.
export function useTemplate(project: Ref<string>) {
  return useRead(customers, '/api/v1/dossiers/{project}/template', () => ['dossiers', project.value, 'template'], () => ({ path: { project: project.value } }), {
    refetchInterval: false,
  })
}

// A field as it is wanted.
export interface Wanted {
  field: Field
  hidden: boolean
  required: boolean
  locked: boolean
  furtherOptions: string[]
}

export function asItIs(fields: Field[]): Wanted[] {
  return fields.map((field) => ({ field, hidden: field.hidden, required: field.required, locked: field.locked, furtherOptions: [] }))
}

export function isChanged(one: Wanted): boolean {
  return one.hidden !== one.field.hidden || one.required !== one.field.required || one.locked !== one.field.locked || one.furtherOptions.length > 0
}

// How many fields are wanted otherwise, or stand elsewhere.
export function changesIn(wanted: Wanted[], fields: Field[]): number {
  return wanted.filter((one, at) => isChanged(one) || one.field.key !== fields[at]?.key).length
}

// Within its section a field goes one place up or down; null where there is none.
export function moved(wanted: Wanted[], key: string, by: -1 | 1): Wanted[] | null {
  const from = wanted.findIndex((one) => one.field.key === key)
  const section = wanted[from]?.field.section
  let to = from + by
  while (wanted[to] && wanted[to]!.field.section !== section) {
    to += by
  }
  if (from < 0 || !wanted[to]) {
    return null
  }
  const next = [...wanted]
  const [one] = next.splice(from, 1)
  next.splice(to, 0, one!)
  return next
}

export function wish(wanted: Wanted[], added: Schemas['NewField'][], reason: string): Schemas['ChangeTemplate'] {
  return {
    fields: wanted.map((one) => ({ field: one.field.key, hidden: one.hidden, required: one.required, locked: one.locked, furtherOptions: one.furtherOptions })),
    added,
    reason,
  }
}

export function lines(text: string): string[] {
  return text.split('\n').map((one) => one.trim()).filter(Boolean)
}
