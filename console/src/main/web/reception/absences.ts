import type { CustomerSchemas as Schemas } from '../api/client'

type Absence = Schemas['ShownAbsence']

// Whoever is out now, or will be later today; an absence that somebody ended is over.
export function absenceOf(person: string | undefined, absences: Absence[], now: number): Absence | undefined {
  return absences
    .filter((one) => one.person === person && !one.endedBy && Date.parse(one.until ?? '') > now)
    .sort((one, other) => Date.parse(one.from ?? '') - Date.parse(other.from ?? ''))[0]
}

export function isOut(absence: Absence | undefined, now: number): boolean {
  return absence !== undefined && Date.parse(absence.from ?? '') <= now
}

// What an input for date and time holds is the office's time, whatever the phone says; China keeps no summer time.
export function instantOf(local: string): string {
  return new Date(local + ':00+08:00').toISOString()
}

export function localOf(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16)
}
