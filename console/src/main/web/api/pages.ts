// Reads a list to its end, for what is shown as a whole; `most` keeps a long one from being read for ever.
export async function wholeList<Item>(read: (cursor: string | undefined) => Promise<{ items?: Item[]; next?: string | null }>, most = 1_000): Promise<Item[]> {
  const all: Item[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    all.push(...(page.items ?? []))
    cursor = page.next ?? undefined
  } while (cursor !== undefined && all.length < most)
  return all
}
