import { wordsOf } from '../words'
import { en } from './en'
import { zh } from './zh'

export { en, zh }
export const w = wordsOf(zh, en)
