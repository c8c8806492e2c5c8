interface Page<Item> {
  items?: Item[]
  next?: string | null
}

const MOST_PAGES = 50

// A list to its end, for pages that sort or search all of it; `isWhole` says whether it was read to the end.
export async function allPages<Item>(read: (cursor: string | undefined) => Promise<Page<Item>>): Promise<{ items: Item[]; isWhole: boolean }> {
  const items: Item[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const got = await read(cursor)
    items.push(...(got.items ?? []))
    cursor = got.next ?? undefined
    if (cursor === undefined) {
      return { items, isWhole: true }
    }
  }
  return { items, isWhole: false }
}
