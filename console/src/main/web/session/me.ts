import { ref } from 'vue'

export interface Me {
  username: string
  name: string
  roles: string[]
  projects: string[]
}

// Who is signed in; undefined until it is known. The browser decides menus with it; rights stay with the services.
export const me = ref<Me>()

export async function recognise(): Promise<boolean> {
  const response = await fetch('/console/api/me', { headers: { 'X-Requested-With': 'JavaScript' } })
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

export function is(...roles: string[]): boolean {
  return roles.some((role) => me.value?.roles.includes(role))
}
