import { height } from '../api/sums'
import { money, shortMoney } from '../words'
import { axes, tooltip, type Drawing } from './charts'

export interface CollectedWeek {
  week?: string
  from?: string
  collected?: string
  cumulative?: string
}

// Of 2026-W07: 7.
export function weekNumber(week: string | undefined): string {
  return (week ?? '').replace(/^.*W0?/, '')
}

// A week is said by its Monday.
export function weekLabel(week: CollectedWeek): string {
  return (week.from ?? '').slice(5).replace('-', '/')
}

interface Shown {
  name: string
  value: number
  seriesName: string
  dataIndex: number
  marker: string
}

// FIN-1 as bars by week, and the line of all that came in so far.
export function weeksDrawing(weeks: CollectedWeek[], words: { collected: string; cumulative: string }): Drawing {
  return (colours) => {
    const { label, line, split } = axes(colours)
    const inShort = { ...label, formatter: (value: number) => shortMoney(String(value)) }
    return {
      color: [colours.primary, colours.good],
      grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
      legend: { top: 0, textStyle: { color: colours.ink } },
      tooltip: {
        ...tooltip(colours),
        trigger: 'axis',
        formatter: (shown: Shown[]) => {
          const week = weeks[shown[0]?.dataIndex ?? 0]
          return [week?.from ?? '', `${words.collected} ${money(week?.collected)}`, `${words.cumulative} ${money(week?.cumulative)}`].join('<br>')
        },
      },
      xAxis: { type: 'category', data: weeks.map(weekLabel), axisLabel: label, axisLine: line, axisTick: { show: false } },
      yAxis: [
        { type: 'value', axisLabel: inShort, splitLine: split },
        { type: 'value', axisLabel: inShort, splitLine: { show: false } },
      ],
      series: [
        { name: words.collected, type: 'bar', data: weeks.map((week) => height(week.collected)), barMaxWidth: 36, itemStyle: { borderRadius: [3, 3, 0, 0] } },
        { name: words.cumulative, type: 'line', yAxisIndex: 1, data: weeks.map((week) => height(week.cumulative)), symbolSize: 6 },
      ],
    }
  }
}
