// Compresses what was built, once for all who ask, and ends the build where a page costs more over the wire than was
// agreed: KiB of its first load, gzipped.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const PAGES = 'target/classes/pages'
const KIB = 1024
const PHONE = 120
const DASHBOARD = 400
const BOUNDS = { TablePage: 85, CollectionsPage: DASHBOARD, DashboardPage: DASHBOARD, QuarterPage: DASHBOARD, ReportsPage: DASHBOARD }

const sizes = new Map()
for (const name of readdirSync(PAGES, { recursive: true }).filter((file) => /\.(js|css|html|svg)$/.test(file))) {
  const packed = gzipSync(readFileSync(`${PAGES}/${name}`), { level: 9 })
  writeFileSync(`${PAGES}/${name}.gz`, packed)
  if (name.startsWith('assets')) {
    sizes.set(name.slice('assets/'.length), packed.length)
  }
}

// What a page loads: its own chunk and whatever that imports, followed to the end.
function loads(name, seen = new Set()) {
  if (seen.has(name)) return seen
  seen.add(name)
  const text = readFileSync(`${PAGES}/assets/${name}`, 'utf8')
  for (const [, next] of text.matchAll(/(?:from|import)\s*["']\.\/([\w-]+\.js)["']/g)) loads(next, seen)
  return seen
}

const entry = [...sizes.keys()].filter((name) => name.startsWith('index-'))
let isOver = false
for (const name of sizes.keys()) {
  const page = /^(\w+Page)-.*\.js$/.exec(name)?.[1]
  if (page === undefined) continue
  const all = new Set([...entry, ...loads(name), ...[...sizes.keys()].filter((file) => file.startsWith(`${page}-`))])
  const size = [...all].reduce((sum, file) => sum + sizes.get(file), 0) / KIB
  const bound = BOUNDS[page] ?? PHONE
  isOver ||= size > bound
  console.log(`${page}: ${size.toFixed(1)} KiB of at most ${bound}`)
}
if (sizes.size === 0 || isOver) process.exit(1)
