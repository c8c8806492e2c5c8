import { weekLabel } from '../parts/weeks'
import { wordFor, words } from '../words'
import type { Part, Report } from './ask'
import type { zh } from './words'

// What people call a part of a report.
export function partWord(by: Part, part: string, w: typeof zh, nameOf: (person: string) => string): string {
  if (part === '') return w.none
  switch (by) {
    case 'CHANNEL':
      return wordFor(words.value.channels, part)
    case 'CONSULTANT':
      return nameOf(part)
    case 'WEEK':
      return weekLabel({ from: part })
    case 'PRODUCT_TYPE':
      return wordFor(words.value.productTypes, part)
    case 'FORM':
      return wordFor(words.value.forms, part)
    case 'AGE': {
      const [from = '', to = ''] = part.split('-')
      return w.days(from, to)
    }
    case 'KIND':
      return wordFor(w.kinds, part)
    case 'REASON':
      return wordFor(w.reasons, part)
    default:
      return part
  }
}

// What people call the note of one of its things; most notes are numbers and names.
export function noteWord(report: Report, note: string, w: typeof zh, nameOf: (person: string) => string): string {
  switch (report) {
    case 'FALLING_DUE':
    case 'OVERDUE':
      return w.kinds[note] ?? note
    case 'NOT_BUYING':
    case 'ENDINGS':
      return w.reasons[note] ?? note
    case 'SELL_THROUGH':
      return words.value.states[note] ?? note
    case 'APPROVALS':
      return words.value.forms[note] ?? note
    case 'RANKING':
      return w.figures[note] ?? note
    case 'RECEPTION':
      return nameOf(note)
    default:
      return note
  }
}
