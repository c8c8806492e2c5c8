// A drawn signature as the office keeps it: a line from point to point for each stroke, within 600 × 200.
export const WIDTH = 600
export const HEIGHT = 200
export const LONGEST = 6000

export interface Point {
  x: number
  y: number
}

// Points that lie close together are left out; where there is too much, more of them.
export function strokesOf(lines: Point[][]): string {
  for (const apart of [3, 6, 12, 24, 48]) {
    const said = lines.map((line) => stroke(line, apart)).join('')
    if (said.length <= LONGEST) {
      return said
    }
  }
  return ''
}

function stroke(line: Point[], apart: number): string {
  const kept: Point[] = []
  for (const point of line) {
    const last = kept.at(-1)
    if (!last || Math.hypot(point.x - last.x, point.y - last.y) >= apart) {
      kept.push(point)
    }
  }
  const [first] = kept
  if (!first) {
    return ''
  }
  // A dot is a line that goes nowhere.
  return `M${said(first)}${(kept.length > 1 ? kept.slice(1) : [first]).map((point) => `L${said(point)}`).join('')}`
}

function said({ x, y }: Point): string {
  return `${within(x, WIDTH)} ${within(y, HEIGHT)}`
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(value)))
}
