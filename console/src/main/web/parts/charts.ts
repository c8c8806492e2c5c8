import type { EChartsCoreOption } from 'echarts/core'

// The colours of the page, as a chart needs them: worked out by the browser, since a chart knows no light-dark().
export interface Colours {
  ink: string
  quiet: string
  hair: string
  paper: string
  primary: string
  good: string
  bad: string
}

export type Drawing = (colours: Colours) => EChartsCoreOption

const NAMES: (keyof Colours)[] = ['ink', 'quiet', 'hair', 'paper', 'primary', 'good', 'bad']

export function coloursAt(place: HTMLElement): Colours {
  const probe = place.ownerDocument.createElement('i')
  place.append(probe)
  const known = Object.fromEntries(
    NAMES.map((name) => {
      probe.style.color = `var(--${name})`
      return [name, getComputedStyle(probe).color]
    }),
  ) as Record<keyof Colours, string>
  probe.remove()
  return known
}

// Axes and grid as all charts here have them.
export function axes(colours: Colours): { label: object; line: object; split: object } {
  return {
    label: { color: colours.quiet },
    line: { lineStyle: { color: colours.hair } },
    split: { lineStyle: { color: colours.hair } },
  }
}

export function tooltip(colours: Colours): object {
  return { backgroundColor: colours.paper, borderColor: colours.hair, textStyle: { color: colours.ink }, confine: true }
}
