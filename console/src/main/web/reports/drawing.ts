import { height } from '../api/sums'
import { axes, tooltip, type Drawing } from '../parts/charts'
import { shortMoney } from '../words'
import { figureOf, type Figure } from './ask'

export interface Drawn {
  figures: Figure[]
  order: string[]
  nameOf: (figure: string) => string
  // The same figures of what it is compared with.
  others?: Figure[] | undefined
  otherName?: string | undefined
  ownName: string
  isMoney: boolean
}

function value(figure: Figure | undefined, isMoney: boolean): number {
  return isMoney ? height(figure?.amount) : (figure?.count ?? 0)
}

// As it is written at a bar and below it.
function said(isMoney: boolean): (value: number) => string {
  return (value) => (isMoney ? shortMoney(String(value)) || '0' : String(value))
}

// The whole of each figure, one below the other, and beside it what it is compared with.
export function wholeDrawing(drawn: Drawn): Drawing {
  return (colours) => {
    const { label, line, split } = axes(colours)
    const bars = (figures: Figure[] | undefined): number[] => drawn.order.map((figure) => value(figureOf(figures, figure), drawn.isMoney))
    return {
      color: [colours.primary, colours.quiet],
      grid: { left: 8, right: 48, top: drawn.others ? 32 : 8, bottom: 8, containLabel: true },
      ...(drawn.others ? { legend: { top: 0, textStyle: { color: colours.ink } } } : {}),
      tooltip: { ...tooltip(colours), trigger: 'axis' },
      xAxis: { type: 'value', axisLabel: { ...label, hideOverlap: true, formatter: said(drawn.isMoney) }, splitLine: split, minInterval: 1 },
      yAxis: { type: 'category', inverse: true, data: drawn.order.map(drawn.nameOf), axisLabel: { ...label, color: colours.ink }, axisLine: line, axisTick: { show: false } },
      series: [
        { name: drawn.ownName, type: 'bar', data: bars(drawn.figures), barMaxWidth: 22, label: { show: true, position: 'right', color: colours.ink, formatter: ({ value }: { value: number }) => said(drawn.isMoney)(value) }, itemStyle: { borderRadius: [0, 3, 3, 0] } },
        ...(drawn.others ? [{ name: drawn.otherName, type: 'bar', data: bars(drawn.others), barMaxWidth: 12, itemStyle: { borderRadius: [0, 3, 3, 0] } }] : []),
      ],
    }
  }
}

// Each part as a bar that is made of the figures.
export function partsDrawing(drawn: Drawn, parts: string[], partName: (part: string) => string): Drawing {
  return (colours) => {
    const { label, line, split } = axes(colours)
    const tones = [colours.primary, colours.good, colours.bad, colours.quiet, colours.ink]
    return {
      color: tones,
      grid: { left: 8, right: 16, top: drawn.order.length > 1 ? 32 : 8, bottom: 8, containLabel: true },
      ...(drawn.order.length > 1 ? { legend: { top: 0, type: 'scroll', textStyle: { color: colours.ink } } } : {}),
      tooltip: { ...tooltip(colours), trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'value', axisLabel: { ...label, hideOverlap: true, formatter: said(drawn.isMoney) }, splitLine: split },
      yAxis: { type: 'category', inverse: true, data: parts.map(partName), axisLabel: { ...label, color: colours.ink, width: 96, overflow: 'truncate' }, axisLine: line, axisTick: { show: false } },
      series: drawn.order.map((figure) => ({
        name: drawn.nameOf(figure),
        type: 'bar',
        stack: 'all',
        barMaxWidth: 20,
        data: parts.map((part) => value(figureOf(drawn.figures, figure, part), drawn.isMoney)),
      })),
    }
  }
}
