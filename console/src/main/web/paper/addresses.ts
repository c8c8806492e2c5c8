// Where a paper is looked at, and where it is printed.
//
// `print` is one that was printed; others are papers of a thing (`id`), or of a project with a key, e.g. a quarter.
export interface Which {
  service: string
  paper: string
  id?: string
  project?: string
  key?: string
}

export function addressesOf({ service, paper, id, project, key }: Which): { page: string; prints: string } {
  const whole = (text: string | undefined) => encodeURIComponent(text ?? '')
  if (paper === 'print') {
    return { page: `/api/v1/${service}-prints/${whole(id)}/page`, prints: `/api/v1/${service}-prints/${whole(id)}/copies` }
  }
  const papers = `/api/v1/${service}-papers/${paper}/${project ? `of/${whole(project)}` : whole(id)}`
  return { page: project ? `${papers}?key=${whole(key)}` : papers, prints: `${papers}/prints` }
}
