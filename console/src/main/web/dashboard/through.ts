import type { InventorySchemas as Schemas } from '../api/client'
import { axes, tooltip, type Drawing } from '../parts/charts'

type Table = Schemas['Table']
export type By = 'buildings' | 'productTypes' | 'layouts'
export const GROUPS = ['sold', 'reserved', 'held', 'left', 'off', 'closed'] as const
export type Group = (typeof GROUPS)[number]

// How far the units have come, in the groups that a manager asks about.
const GROUP_OF: Record<string, Group> = {
  FILED: 'sold',
  CONTRACTED: 'sold',
  SUBSCRIBED: 'reserved',
  RESERVED: 'reserved',
  HELD: 'held',
  AVAILABLE: 'left',
  WITHHELD: 'off',
  CLOSED: 'closed',
}

export interface Row {
  name: string
  counts: Record<Group, number>
  units: number
  // In per cent, as the services say it where they do.
  share: string
}

function row(name: string, states: Record<string, number>, share?: string): Row {
  const counts: Record<Group, number> = { sold: 0, reserved: 0, held: 0, left: 0, off: 0, closed: 0 }
  for (const [state, count] of Object.entries(states)) {
    counts[GROUP_OF[state] ?? 'closed'] += count
  }
  const units = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { name, counts, units, share: share ?? percent(counts.sold + counts.reserved, units) }
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '0.0' : ((part * 100) / whole).toFixed(1)
}

export function whole(table: Table): Row {
  return row('', table.totals?.states ?? {}, table.totals?.soldShare)
}

export function rowsBy(table: Table, by: By, nameOf: (code: string) => string): Row[] {
  switch (by) {
    case 'buildings':
      return (table.buildings ?? []).map((one) => row(one.name ?? '', one.totals?.states ?? {}, one.totals?.soldShare))
    case 'layouts':
      return (table.layouts ?? []).map((one) => row(nameOf(one.layout ?? ''), one.totals?.states ?? {}, one.totals?.soldShare))
    case 'productTypes': {
      const types = new Map<string, Record<string, number>>()
      for (const cell of (table.buildings ?? []).flatMap((one) => one.floors ?? []).flatMap((floor) => floor.units ?? [])) {
        const states = types.get(cell.productType ?? '') ?? {}
        states[cell.state ?? ''] = (states[cell.state ?? ''] ?? 0) + 1
        types.set(cell.productType ?? '', states)
      }
      return [...types].map(([type, states]) => row(nameOf(type), states))
    }
  }
}

// The colours of the sales-control table's states.
const COLOURS: Record<Group, string> = { sold: '#c9302c', reserved: '#f5813a', held: '#e6c229', left: '#4f8fe6', off: '#8b929d', closed: '#c5cbd4' }

const INKS: Record<Group, string> = { sold: '#fff', reserved: '#2b1200', held: '#4a3b00', left: '#0b1626', off: '#0b1626', closed: '#39424e' }

export function throughDrawing(rows: Row[], words: Record<Group, string>): Drawing {
  return (colours) => {
    const { label, line, split } = axes(colours)
    const shown = [...rows].reverse()
    return {
      grid: { left: 8, right: 16, top: 56, bottom: 8, containLabel: true },
      legend: { top: 0, textStyle: { color: colours.ink }, itemWidth: 14 },
      tooltip: { ...tooltip(colours), trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'value', minInterval: 1, axisLabel: label, splitLine: split },
      yAxis: { type: 'category', data: shown.map((one) => one.name), axisLabel: { ...label, width: 110, overflow: 'truncate' }, axisLine: line, axisTick: { show: false } },
      series: GROUPS.map((group) => ({
        name: words[group],
        type: 'bar',
        stack: 'units',
        color: COLOURS[group],
        barMaxWidth: 26,
        label: { show: true, formatter: ({ value }: { value: number }) => (value ? String(value) : ''), color: INKS[group], fontSize: 11 },
        labelLayout: { hideOverlap: true },
        itemStyle: { borderColor: colours.paper, borderWidth: 1 },
        data: shown.map((one) => one.counts[group]),
      })),
    }
  }
}
