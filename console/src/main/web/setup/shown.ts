import { money, wordFor } from '../words'
import { percent } from './percent'
import { CHOICES, SETTINGS, type Kind, type Service } from './settingKeys'
import type { zh } from './settingWords'

export function kindOf(service: Service, name: string | undefined): Kind {
  return SETTINGS[service][name ?? ''] ?? 'count'
}

// A value as it is read, without its unit.
export function shown(kind: Kind, value: string | undefined, w: typeof zh): string {
  if (!value) {
    return w.none
  }
  return CHOICES[kind] ? wordFor(w.choices, value) : kind === 'money' ? money(value) : kind === 'percent' ? percent(value) : value
}

export function withUnit(kind: Kind, value: string | undefined, w: typeof zh): string {
  return shown(kind, value, w) + (value ? w.units[kind] : '')
}
