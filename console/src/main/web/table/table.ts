import { computed, getCurrentScope, onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { answer, inventory } from '../api/client'
import type { Problem } from '../api/problem'
import { cellOf, Cells, type Cell } from '../live/cells'
import { useOwnHolds } from '../live/holds'
import { minutesUntil, useNow } from '../live/now'
import { follow, type Stream } from '../live/stream'
import { Tally } from '../live/tally'

// The unit stands beside its cell, so that whoever lays the grid out reads no cell and is not drawn anew with one.
export interface Slot {
  unit: string
  cell: ShallowRef<Cell>
}

export interface Floor {
  floor: string
  sections: { section: string; slots: Slot[] }[]
}

export interface Sums {
  units: number
  area: string | undefined
  value: string | undefined
}

export interface Building {
  id: string
  name: string
  floors: Floor[]
  sums: Sums
  // What there is to filter by.
  types: string[]
  layouts: string[]
}

const STALE_MILLIS = 10_000
const SUMS_AGAIN_MILLIS = 5_000

// The live table of a project: what it shows, how fresh it is, and who holds what of it.
export function useTable(project: Ref<string>) {
  const buildings = shallowRef<Building[]>([])
  const isRead = ref(false)
  const problem = ref<Problem>()
  const stream = shallowRef<Stream>()
  const tallied = shallowRef({ tally: new Tally() })
  const now = useNow()
  const connectedAt = ref(Date.now())
  // What is opened after a wait ends with the page all the same; of a page that has gone nothing is opened any more.
  const scope = getCurrentScope()
  let version = 0
  let again: ReturnType<typeof setTimeout> | undefined

  const cells = new Cells((changes) => {
    for (const { before, after } of changes) {
      tallied.value.tally.move(before, after)
      if (before.total !== after.total || before.area !== after.area) {
        // Sums come from the service: a changed price asks for them once things have calmed down.
        again ??= setTimeout(() => void read(), SUMS_AGAIN_MILLIS)
      }
    }
    tallied.value = { tally: tallied.value.tally }
  })

  // The table first, then what changes from its version on (INV-7); "reload" says that too much has changed.
  async function read(): Promise<void> {
    clearTimeout(again)
    again = undefined
    try {
      const table = await answer(inventory.GET('/api/v1/sales-control/{project}', { params: { path: { project: project.value } } }))
      version = table.version ?? 0
      buildings.value = (table.buildings ?? []).map((one) => {
        const all = (one.floors ?? []).flatMap((floor) => floor.units ?? [])
        return {
          id: one.id ?? '',
          name: one.name ?? '',
          floors: (one.floors ?? []).map((floor) => ({ floor: floor.floor ?? '', sections: bySection(cells.begin((floor.units ?? []).map(cellOf))) })),
          sums: { units: one.totals?.units ?? 0, area: one.totals?.area, value: one.totals?.value },
          types: different(all.map((cell) => cell.productType)),
          layouts: different(all.map((cell) => cell.layout)),
        }
      })
      tallied.value = { tally: new Tally(cells.all()) }
      problem.value = undefined
      isRead.value = true
      stream.value ??= scope?.run(listen)
    } catch (failure) {
      problem.value = failure as Problem
    }
  }

  function listen(): Stream {
    return follow(() => `/console/api/v1/sales-control/${encodeURIComponent(project.value)}/changes?since=${version}`, {
      message: changed,
      reload: () => void read(),
    })
  }

  function changed(event: MessageEvent<string>): void {
    version = Number(event.lastEventId) || version
    const cell = cellOf(JSON.parse(event.data))
    if (cells.knows(cell.unit)) {
      cells.change(cell)
    } else {
      void read()
    }
  }

  const own = useOwnHolds(project)
  watch(
    () => own.holds.value.map((hold) => [hold.unit, minutesUntil(hold.expiresAt, now.value) ?? Infinity] as const),
    (held) => cells.mark(new Map(held)),
    { immediate: true },
  )

  const isLive = computed(() => stream.value?.connected.value)
  watch(now, (moment) => {
    if (isLive.value) {
      connectedAt.value = moment
    }
  })
  const isStale = computed(() => stream.value !== undefined && !isLive.value && now.value - connectedAt.value > STALE_MILLIS)
  const lastEventAt = computed(() => stream.value?.lastEventAt.value)
  onScopeDispose(() => clearTimeout(again))
  return { buildings, cells, tallied, isRead, isLive, isStale, lastEventAt, problem, own: own.holds, read }
}

function bySection(row: ShallowRef<Cell>[]): Floor['sections'] {
  const sections = new Map<string, Slot[]>()
  for (const cell of row) {
    const { section, unit } = cell.value
    const known = sections.get(section)
    if (known) {
      known.push({ unit, cell })
    } else {
      sections.set(section, [{ unit, cell }])
    }
  }
  return [...sections].map(([section, slots]) => ({ section, slots }))
}

function different(values: (string | undefined)[]): string[] {
  return [...new Set(values.filter((one) => one !== undefined && one !== ''))].map(String).sort()
}
