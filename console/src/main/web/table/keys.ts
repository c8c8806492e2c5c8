// One tab stop for the grid; keys move inside it, over what the filter leaves out.
const UNITS = '[data-unit]:not(.out)'

const unitsOf = (row: Element | null | undefined): HTMLElement[] => [...(row?.querySelectorAll<HTMLElement>(UNITS) ?? [])]

export function target(event: KeyboardEvent): HTMLElement | undefined {
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-unit]')
  const row = from?.closest('.floor')
  if (!from || !row) {
    return undefined
  }
  const inRow = unitsOf(row)
  const place = inRow.indexOf(from)
  switch (event.key) {
    case 'ArrowRight':
      return inRow[place + 1]
    case 'ArrowLeft':
      return inRow[place - 1]
    case 'ArrowDown':
      return beside(row, (one) => one.nextElementSibling, from)
    case 'ArrowUp':
      return beside(row, (one) => one.previousElementSibling, from)
    case 'Home':
      return event.ctrlKey ? unitsOf(row.parentElement)[0] : inRow[0]
    case 'End':
      return event.ctrlKey ? unitsOf(row.parentElement).at(-1) : inRow.at(-1)
    default:
      return undefined
  }
}

// The nearest cell of the next floor that has any, in the same section if there is one.
function beside(row: Element, step: (row: Element) => Element | null, from: HTMLElement): HTMLElement | undefined {
  for (let next = step(row); next; next = step(next)) {
    const there = unitsOf(next)
    if (there.length) {
      const x = from.offsetLeft
      return there.reduce((best, one) => (Math.abs(one.offsetLeft - x) < Math.abs(best.offsetLeft - x) ? one : best))
    }
  }
  return undefined
}
