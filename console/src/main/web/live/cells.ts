import { shallowRef, type ShallowRef } from 'vue'
import type { InventorySchemas as Schemas } from '../api/client'

type Shown = Schemas['Cell']

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
  // Minutes left of an own hold, without end where a deal has it.
  mine?: number
  // Left out by the filter.
  out?: boolean
  // How often it changed while it was looked at.
  beat?: number
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
// unit counts. What the page adds to a cell, own holds and the filter, is added here too: a cell that stays as it is
// is not touched.
const GATHERED_MILLIS = 250

export class Cells {
  private readonly shown = new Map<string, ShallowRef<Cell>>()
  private readonly coming = new Map<string, Cell>()
  private drawing: ReturnType<typeof setTimeout> | undefined
  private own: ReadonlyMap<string, number> = new Map()
  private isOut: (cell: Cell) => boolean = () => false

  constructor(private readonly drawn: (changes: { before: Cell; after: Cell }[]) => void = () => undefined) {}

  begin(cells: Iterable<Cell>): ShallowRef<Cell>[] {
    return [...cells].map((cell) => {
      const known = this.shown.get(cell.unit)
      if (known !== undefined) {
        known.value = { ...this.dressed(cell), beat: known.value.beat }
        return known
      }
      const made = shallowRef(this.dressed(cell))
      this.shown.set(cell.unit, made)
      return made
    })
  }

  knows(unit: string): boolean {
    return this.shown.has(unit)
  }

  get(unit: string): Cell | undefined {
    return this.shown.get(unit)?.value
  }

  all(): Cell[] {
    return [...this.shown.values()].map((cell) => cell.value)
  }

  // Own holds, by unit, with the minutes that are left.
  mark(own: ReadonlyMap<string, number>): void {
    const touched = new Set([...this.own.keys(), ...own.keys()])
    this.own = own
    for (const unit of touched) {
      const cell = this.shown.get(unit)
      if (cell !== undefined && cell.value.mine !== own.get(unit)) {
        cell.value = { ...cell.value, mine: own.get(unit) }
      }
    }
  }

  leaveOut(isOut: (cell: Cell) => boolean): void {
    this.isOut = isOut
    for (const cell of this.shown.values()) {
      if (cell.value.out !== isOut(cell.value)) {
        cell.value = this.dressed(cell.value)
      }
    }
  }

  change(cell: Cell): void {
    this.coming.set(cell.unit, cell)
    this.drawing ??= setTimeout(() => this.draw(), GATHERED_MILLIS)
  }

  draw(): void {
    clearTimeout(this.drawing)
    this.drawing = undefined
    const changes: { before: Cell; after: Cell }[] = []
    for (const [unit, cell] of this.coming) {
      const known = this.shown.get(unit)
      if (known !== undefined) {
        const before = known.value
        known.value = { ...this.dressed(cell), beat: (before.beat ?? 0) + 1 }
        changes.push({ before, after: known.value })
      }
    }
    this.coming.clear()
    this.drawn(changes)
  }

  private dressed(cell: Cell): Cell {
    return { ...cell, mine: this.own.get(cell.unit), out: this.isOut(cell) }
  }
}
