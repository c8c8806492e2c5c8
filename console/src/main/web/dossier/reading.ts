import type { CustomerSchemas as Schemas } from '../api/client'
import { language } from '../words'
import { w } from './words'

export type Field = Schemas['DossierField']
export type Filled = Schemas['FieldOfDossier']
export type Dossier = Schemas['DossierOfCustomer']

export const SECTIONS: Field['section'][] = ['BASICS', 'FAMILY', 'PERSONAL_LIFE', 'PROPERTY', 'SOCIAL_STANDING', 'SELF_IMAGE']

// In the reader's language where the template says it; a project's own fields are in the project's.
export function labelOf(one: { label: string; english?: string | null }): string {
  return language.value === 'en' && one.english ? one.english : one.label
}

export function helpOf(field: Field): string | undefined {
  return (language.value === 'en' ? field.helpEnglish : undefined) ?? field.help ?? undefined
}

export function isFilled(one: Filled): boolean {
  return Boolean(one.value) || one.chosen.length > 0
}

// What a field says, in words.
export function saysOf(field: Field, value: string | null | undefined, chosen: string[]): string {
  const said = chosen.length ? chosen : value ? [value] : []
  if (field.type === 'YES_NO') {
    return said.map((one) => (one === 'true' ? w.value.yes : w.value.no)).join('')
  }
  const answers = said.map((one) => {
    const option = field.options.find((known) => known.key === one)
    return option ? labelOf(option) : one
  })
  return answers.join(language.value === 'en' ? ', ' : '、')
}

// What the reader has entered, by field.
export type Draft = Record<string, { value: string; chosen: string[] }>

export function draftOf(fields: Filled[]): Draft {
  return Object.fromEntries(fields.map((one) => [one.field.key, { value: one.value ?? '', chosen: [...one.chosen] }]))
}

// Only what differs is sent.
export function changesOf(fields: Filled[], draft: Draft): Schemas['EnterValue'][] {
  return fields.flatMap((one) => {
    const now = draft[one.field.key]
    const isSame = !now || ((one.value ?? '') === now.value.trim() && one.chosen.toSorted().join() === now.chosen.toSorted().join())
    return isSame ? [] : [{ field: one.field.key, value: now.value.trim() || undefined, chosen: now.chosen }]
  })
}
