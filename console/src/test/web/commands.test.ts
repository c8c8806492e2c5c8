import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const ROOT = 'src/main/web'
const DOCUMENTS = '../docs/api'

// Sent by no page, with the reason.
const FROM_NO_PAGE: Record<string, string> = {
  '/api/v1/price-lists': 'a page imports by a draft, which says first what would change',
}
// By people who have no pages: those who run the office.
const OF_OPERATORS = '/operations/'
// Put together of parts, the same for all services: paper/addresses.ts, export/exports.ts.
const PUT_TOGETHER = /^\/api\/v1\/[a-z]+-(papers\/.*\/prints|prints\/\{id\}\/copies|exports(\/\{id\}\/cancellation)?)$/

// Addresses that the pages name and do not read. What they put in may be anything but a slash: it may take in a neighbour.
const NAMED = /(?<!\b(?:useRead|useItems|useList|useWhole|GET)\([^'`)]*)(['`])(\/api\/v1\/.+?)\1/g
const named = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|vue)$/.test(file) && !file.includes('generated'))
  .flatMap((file) => [...readFileSync(`${ROOT}/${file}`, 'utf8').matchAll(NAMED)].map(([, , address]) => address!))
const sent = [...new Set(named)].map((address) => new RegExp(`^${address.split(/\$\{.+?\}/).map((part) => part.replace(/\W/g, '\\$&')).join('[^/]+')}$`))

it('every command of the services is sent by some page, or has a reason why not', () => {
  const commands = readdirSync(DOCUMENTS)
    .filter((file) => file.endsWith('-service.json'))
    .flatMap((file) => Object.entries(JSON.parse(readFileSync(`${DOCUMENTS}/${file}`, 'utf8')).paths as Record<string, object>))
    .filter(([, verbs]) => 'post' in verbs || 'put' in verbs || 'delete' in verbs)
    .map(([path]) => path)
    .filter((path) => !path.startsWith(OF_OPERATORS) && !PUT_TOGETHER.test(path))
  expect(commands.length).toBeGreaterThan(200)
  expect(commands.filter((path) => !sent.some((address) => address.test(path)))).toEqual(Object.keys(FROM_NO_PAGE))
})
