import type { RouteLocationRaw } from 'vue-router'

interface Offering {
  actions?: { name?: string; href?: string; yours?: boolean }[]
}

const PRINTED = /^\/api\/v1\/([a-z]+)-papers\/([a-z-]+)\/(?:of\/([^/]+)|([0-9a-f-]{36}))\/prints$/

// Where a paper is looked at before it is printed, as an answer offers it; nothing where it is not offered.
// Of a paper about a project, `key` says what of it, e.g. a quarter.
export function paperOf(answer: Offering | undefined, name: string, key?: string): RouteLocationRaw | undefined {
  const offer = answer?.actions?.find((action) => action.yours && action.name === name)
  const found = PRINTED.exec(offer?.href ?? '')
  if (!found) {
    return undefined
  }
  const [, service, paper, project, id] = found
  return project
    ? { name: 'project-paper', params: { service, paper, project: decodeURIComponent(project) }, query: { key } }
    : { name: 'paper', params: { service, paper, id } }
}
