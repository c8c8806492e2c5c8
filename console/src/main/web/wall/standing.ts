// What a wall says of a home: whoever looks may not know why one is kept back, so it is not for sale, never sold
// (INV-16); how far a sale has gone is nobody's business either.
export type Standing = 'closed' | 'forSale' | 'held' | 'sold'

export function standingOf(state: string): Standing {
  switch (state) {
    case 'AVAILABLE':
      return 'forSale'
    case 'HELD':
      return 'held'
    case 'RESERVED':
    case 'SUBSCRIBED':
    case 'CONTRACTED':
    case 'FILED':
      return 'sold'
    default:
      return 'closed'
  }
}

// Buildings are shown as many at a time as fit, turning; the columns of a building are its widest floor.
export function pagesOf<B extends { columns: number }>(buildings: B[], columnsOfAPage: number): B[][] {
  const pages: B[][] = []
  let room = 0
  for (const building of buildings) {
    const last = pages.at(-1)
    const wanted = building.columns + 2
    if (last && wanted <= room) {
      last.push(building)
      room -= wanted
    } else {
      pages.push([building])
      room = columnsOfAPage - wanted
    }
  }
  return pages
}
