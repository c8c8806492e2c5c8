import { shallowRef, type ShallowRef } from 'vue'
import type { components } from '../api/generated/inventory'

type Shown = components['schemas']['Cell']

export interface Cell {
  unit: string
  building: string
  section: string
  floor: string
  room: string
  label: string
  state: string
  productType: string
  layout?: string
  area?: string
  unitPrice?: string
  total?: string
  change?: string
}

export function cellOf(shown: Shown): Cell {
  return {
    unit: shown.unit ?? '',
    building: shown.building ?? '',
    section: shown.section ?? '',
    floor: shown.floor ?? '',
    room: shown.room ?? '',
    label: shown.label ?? '',
    state: shown.state ?? 'CLOSED',
    productType: shown.productType ?? '',
    layout: shown.layout,
    area: shown.area,
    unitPrice: shown.unitPrice,
    total: shown.total,
    change: shown.change,
  }
}

// INV-7: a ref for each cell, so that a change redraws one; changes are gathered for a moment, the last of each
// unit counts.
const GATHERED_MILLIS = 250

export class Cells {
  private readonly shown = new Map<string, ShallowRef<Cell>>()
  private readonly coming = new Map<string, Cell>()
  private drawing: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly drawn: () => void = () => undefined) {}

  begin(cells: Iterable<Cell>): ShallowRef<Cell>[] {
    return [...cells].map((cell) => {
      const known = this.shown.get(cell.unit)
      if (known !== undefined) {
        known.value = cell
        return known
      }
      const made = shallowRef(cell)
      this.shown.set(cell.unit, made)
      return made
    })
  }

  knows(unit: string): boolean {
    return this.shown.has(unit)
  }

  all(): Cell[] {
    return [...this.shown.values()].map((cell) => cell.value)
  }

  change(cell: Cell): void {
    this.coming.set(cell.unit, cell)
    this.drawing ??= setTimeout(() => this.draw(), GATHERED_MILLIS)
  }

  draw(): void {
    clearTimeout(this.drawing)
    this.drawing = undefined
    for (const [unit, cell] of this.coming) {
      const known = this.shown.get(unit)
      if (known !== undefined) {
        known.value = cell
      }
    }
    this.coming.clear()
    this.drawn()
  }
}
