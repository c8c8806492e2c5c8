import { weekLabel } from '../parts/weeks'
import { wordFor, words } from '../words'
import type { Part } from './ask'
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
    case 'REASON':
      return w.reasons[part] ?? part.replace(/_/g, ' ')
    default:
      return part
  }
}
