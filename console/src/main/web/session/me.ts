import { computed, ref } from 'vue'

export interface Me {
  username: string
  name: string
  // What they are anywhere; what they are where it matters is in their posts.
  roles: string[]
  // `*` is every project.
  projects: string[]
  posts: { project: string; role: string }[]
}

const EVERY = '*'
const KEPT = 'anchang.project'

// Who is signed in; undefined until it is known. The browser decides menus with it; rights stay with the services.
export const me = ref<Me>()

// The project that all pages are about: the one chosen last, until the projects are read (see `project.ts`).
export const chosen = ref(localStorage.getItem(KEPT) ?? '')

export function choose(project: string): void {
  chosen.value = project
  localStorage.setItem(KEPT, project)
}

export async function recognise(): Promise<boolean> {
  const response = await fetch('/console/api/me', { headers: { 'X-Requested-With': 'JavaScript' } })
  if (response.status >= 500) {
    // Nobody has signed out: the office does not answer.
    throw new Error(`${response.status}`)
  }
  me.value = response.ok ? ((await response.json()) as Me) : undefined
  return response.ok
}

// Leaves the page: what is typed in forms is kept by them (see keepDraft) and found again on the way back.
export function signIn(): void {
  const here = location.pathname + location.search
  location.assign('/console/api/sign-in?to=' + encodeURIComponent(here))
}

export function signOut(): void {
  sessionStorage.clear()
  location.assign('/console/api/sign-out')
}

// The roles held in the project chosen: rights are held project by project.
export const rolesHere = computed(() => [
  ...new Set(me.value?.posts.filter((post) => post.project === EVERY || post.project === chosen.value).map((post) => post.role)),
])

export function is(...roles: string[]): boolean {
  return roles.some((role) => rolesHere.value.includes(role))
}

export function isEverywhere(role: string): boolean {
  return me.value?.posts.some((post) => post.project === EVERY && post.role === role) ?? false
}

export function belongsTo(project: string): boolean {
  return me.value?.projects.some((one) => one === EVERY || one === project) ?? false
}
