import { keepPreviousData } from '@tanstack/vue-query'
import { reports, type ReportingSchemas as Schemas } from '../api/client'
import { useRead } from '../api/read'

export type Figure = Schemas['ReportFigure']
export type Line = Schemas['ReportLine']
export type Report = Schemas['Report']
export type Part = Schemas['Part']

// A question to reporting-service.
export interface Asked {
  project: string
  report: Report
  by: Part
  from: string
  to: string
}

// What a figure counts: of one part, or of all.
export interface Chosen {
  asked: Asked
  figure: string
  part?: string | undefined
}

const MINUTE_MILLIS = 60_000

export function useFigures(asked: () => Asked | undefined) {
  return useRead(reports, '/api/v1/reports/figures', () => ['report', asked()], () => ({ query: asked()! }), {
    enabled: () => Boolean(asked()?.project),
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE_MILLIS,
  })
}

export function figureOf(figures: Figure[] | undefined, figure: string, part?: string): Figure | undefined {
  return figures?.find((one) => one.figure === figure && (one.part ?? undefined) === part)
}

export function countOf(figures: Figure[] | undefined, figure: string): number {
  return figureOf(figures, figure)?.count ?? 0
}

// Of all figures each part once: the one with most of the first figure first, dates and ages in their order.
export function partsOf(figures: Figure[], order: string[], by: Part): string[] {
  const parts = [...new Set(figures.flatMap((one) => (one.part === undefined || one.part === null ? [] : [one.part])))]
  if (by === 'WEEK' || by === 'DAY' || by === 'AGE') {
    return parts.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  }
  const weight = (part: string): number => figureOf(figures, order[0] ?? '', part)?.count ?? 0
  return parts.sort((a, b) => weight(b) - weight(a) || a.localeCompare(b))
}

export function sheetAddress(asked: Asked, chosen?: { figure: string; part?: string | undefined }): string {
  const query = new URLSearchParams({ ...asked, ...(chosen ? { figure: chosen.figure } : {}), ...(chosen?.part === undefined ? {} : { part: chosen.part }) })
  return `/api/v1/reports/sheet?${query}`
}

// All reports of a period: its sheet.
export function bookAddress(project: string, period: { from: string; to: string }): string {
  return `/api/v1/reports/book?${new URLSearchParams({ project, from: period.from, to: period.to })}`
}

// Of how many, in per cent, as a text of one decimal.
export function share(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((part * 1_000) / whole) / 10}%`
}
