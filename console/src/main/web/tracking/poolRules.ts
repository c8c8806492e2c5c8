import type { CustomerSchemas as Schemas } from '../api/client'
import { wordFor, words } from '../words'
import { w as p } from './poolWords'

const listed = (codes: string[], names: Record<string, string>): string => codes.map((code) => wordFor(names, code)).join('/')

// A rule as people say it: who, after how many days.
export const ruleSaid = (rule: Schemas['PoolRule']): string =>
  p.value.said(
    listed(rule.grades, p.value.gradeNames),
    listed(rule.stages, p.value.stageNames),
    listed(rule.channels, words.value.channels),
    rule.days,
  )

// On what terms customers are taken out of it.
export const termsSaid = (pool: Schemas['ShownPool']): string =>
  p.value.terms(
    pool.claimsADay === undefined || pool.claimsADay === null ? p.value.project : p.value.count(pool.claimsADay),
    pool.coolDownDays === undefined || pool.coolDownDays === null ? p.value.project : p.value.daysOf(pool.coolDownDays),
  )
