import type { Cell } from './cells'

// How many cells of each state, per building and in all; a change moves one, nothing is counted anew.
export class Tally {
  private readonly byBuilding = new Map<string, Map<string, number>>()

  constructor(cells: Iterable<Cell> = []) {
    for (const cell of cells) {
      this.add(cell, 1)
    }
  }

  move(before: Cell, after: Cell): void {
    this.add(before, -1)
    this.add(after, 1)
  }

  of(building: string): Record<string, number> {
    return Object.fromEntries(this.byBuilding.get(building) ?? [])
  }

  private add(cell: Cell, by: number): void {
    const counts = this.byBuilding.get(cell.building) ?? new Map<string, number>()
    this.byBuilding.set(cell.building, counts)
    counts.set(cell.state, (counts.get(cell.state) ?? 0) + by)
  }
}
