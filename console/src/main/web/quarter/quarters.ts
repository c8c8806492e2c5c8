import type { DealSchemas as Schemas } from '../api/client'
import { height } from '../api/sums'
import { axes, tooltip, type Drawing } from '../parts/charts'

export type Week = Schemas['QuarterWeek']

export interface Quarter {
  year: number
  number: number
}

// What a quarter is about: the whole project, a building, or a batch by its number.
export interface Part {
  building?: string
  batch?: number
}

// As it is written behind the quarter when its sheet is printed.
export function partKey(part: Part): string {
  return part.batch ? ` 第${part.batch}批` : part.building ? ` ${part.building}` : ''
}

const QUARTERS = 4
const MONTHS = 3

// Of 2026-11-30: the fourth of 2026.
export function quarterOf(date: string): Quarter {
  return { year: Number(date.slice(0, 4)), number: Math.floor((Number(date.slice(5, 7)) - 1) / MONTHS) + 1 }
}

export function moved(from: Quarter, by: number): Quarter {
  const index = from.year * QUARTERS + from.number - 1 + by
  return { year: Math.floor(index / QUARTERS), number: (index % QUARTERS) + 1 }
}

export function written(one: Quarter): string {
  return `${one.year}-Q${one.number}`
}

// 2026-11-30 as 11/30.
export function short(date: string | undefined): string {
  return (date ?? '').slice(5).replace('-', '/')
}

// Bars of the week, lines of what came together so far.
export function quarterDrawing(weeks: Week[], words: { planned: string; actual: string; unitsYet: string }): Drawing {
  return (colours) => {
    const { label, line, split } = axes(colours)
    return {
      color: [colours.hair, colours.primary, colours.quiet, colours.good],
      grid: { left: 8, right: 8, top: 56, bottom: 8, containLabel: true },
      legend: { top: 0, textStyle: { color: colours.ink } },
      tooltip: { ...tooltip(colours), trigger: 'axis' },
      xAxis: { type: 'category', data: weeks.map((week) => short(week.from)), axisLabel: label, axisLine: line, axisTick: { show: false } },
      yAxis: [
        { type: 'value', axisLabel: label, splitLine: split, minInterval: 1 },
        { type: 'value', axisLabel: label, splitLine: { show: false }, minInterval: 1 },
      ],
      series: [
        { name: words.planned, type: 'bar', data: weeks.map((week) => week.planned?.units ?? 0), barMaxWidth: 18 },
        { name: words.actual, type: 'bar', data: weeks.map((week) => week.actual?.units ?? 0), barMaxWidth: 18 },
        { name: `${words.planned} ${words.unitsYet}`, type: 'line', yAxisIndex: 1, data: weeks.map((week) => week.plannedYet?.units ?? 0), symbolSize: 5 },
        { name: `${words.actual} ${words.unitsYet}`, type: 'line', yAxisIndex: 1, data: weeks.map((week) => week.actualYet?.units ?? 0), symbolSize: 5 },
      ],
    }
  }
}

export function isEmpty(weeks: Week[]): boolean {
  return weeks.every((week) => !week.planned && !week.actual?.units && !week.sold?.length && height(week.actual?.total) === 0)
}
