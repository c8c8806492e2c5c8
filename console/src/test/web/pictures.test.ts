import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { expect, test } from 'vitest'
import type { Figure } from '../../main/web/reports/ask'
import type { Drawing } from '../../main/web/parts/charts'
import { headed, tilesPicture } from '../../main/web/parts/picture'
import { quarterDrawing, type Week } from '../../main/web/quarter/quarters'
import { partsDrawing, wholeDrawing } from '../../main/web/reports/drawing'
import { zh } from '../../main/web/reports/words'

// The charts of reports and quarter, drawn from figures that stay the same, look as they did when somebody last looked at
// them: the pictures are kept beside this test, and `vitest run -u` keeps them anew (look at them then).
use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])
const COLOURS = { ink: '#1d2129', quiet: '#5f6673', hair: '#dfe3e8', paper: '#ffffff', primary: '#0b6bcb', good: '#2e7d32', bad: '#c62828' }

function picture(draw: Drawing, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 720, height })
  chart.setOption({ animation: false, textStyle: { fontFamily: 'sans-serif' }, ...draw(COLOURS) })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg.replace(/zr\d+-/g, 'zr-') + '\n'
}

const STEPS = ['CONTACTED', 'VISITED', 'REVISITED', 'TICKETED', 'DEPOSITED', 'CONTRACTED', 'FILED']
const funnel = STEPS.map((figure, nth): Figure => ({ figure, count: 120 - nth * 16, amount: '0.00' }))
const before = STEPS.map((figure, nth): Figure => ({ figure, count: 90 - nth * 11, amount: '0.00' }))
const byWeek = ['2026-11-02', '2026-11-09', '2026-11-16'].map((part, nth): Figure => ({ figure: 'COLLECTED', part, count: 3, amount: `${(nth + 1) * 1_250_000}.50` }))
const drawn = { order: STEPS, nameOf: (figure: string) => zh.figures[figure] ?? figure, ownName: '2026-11', isMoney: false }
const weeks = Array.from({ length: 13 }, (_, nth): Week => {
  const figure = (units: number) => ({ units, total: `${units}000000.00` })
  const from = new Date(Date.UTC(2026, 9, 5 + nth * 7)).toISOString().slice(0, 10)
  return { number: nth + 1, from, to: from, planned: figure(4), plannedYet: figure(4 * (nth + 1)), actual: figure((nth * 5) % 7), actualYet: figure(3 * nth), sold: [], givenBack: [] }
})

test.each([
  ['funnel', wholeDrawing({ ...drawn, figures: funnel }), 300],
  ['funnel-compared', wholeDrawing({ ...drawn, figures: funnel, others: before, otherName: '2026-10' }), 380],
  ['collections', partsDrawing({ ...drawn, figures: byWeek, order: ['COLLECTED'], isMoney: true }, ['2026-11-02', '2026-11-09', '2026-11-16'], (part) => part), 160],
  ['quarter', quarterDrawing(weeks, { planned: '计划进度', actual: '实际进度', unitsYet: '累计户数' }), 260],
] as const)('RPT-2 the chart %s looks like its reference picture', async (name, draw, height) => {
  await expect(picture(draw, height)).toMatchFileSnapshot(`../pictures/${name}.svg`)
})

test('RPT-2 a picture says what it shows, however narrow it is', async () => {
  const chart = picture(wholeDrawing({ ...drawn, figures: funnel }), 300)
  await expect(headed(chart, zh.titles.FUNNEL_CALENDAR + ' 2026-11', zh.sentences.FUNNEL_CALENDAR!(() => 12), COLOURS)).toMatchFileSnapshot('../pictures/headed.svg')
  expect(headed('<svg width="120" height="40"></svg>', '一二三四五六七', 'a < b', COLOURS)).toMatch(/一二三四五<.*六七<.*a &lt; b<.*<svg y="88"/)
})

test('RPT-2 the numbers of the home are a picture', async () => {
  const tiles = ['首次接触', '到访', '交定', '签约', '回款', '未收'].map((name, nth) => ({ name, value: String(nth * 7), note: nth === 4 ? '12 笔 对比 93万' : '' }))
  await expect(tilesPicture(tiles, '云杉里 报表 2026-11', '', COLOURS)).toMatchFileSnapshot('../pictures/tiles.svg')
})
