import { computed, onScopeDispose, ref, type ComputedRef, type Ref } from 'vue'

// A wall turns its pages by itself, and goes to the whole screen when it is touched; it never goes to sleep meanwhile.
const PAGE_MILLIS = 15_000

export function useTurning(pages: () => number): { at: ComputedRef<number>; now: Ref<number> } {
  const turned = ref(0)
  const now = ref(Date.now())
  const turning = setInterval(() => turned.value++, PAGE_MILLIS)
  const ticking = setInterval(() => (now.value = Date.now()), 1_000)
  onScopeDispose(() => {
    clearInterval(turning)
    clearInterval(ticking)
  })
  return { at: computed(() => (pages() ? turned.value % pages() : 0)), now }
}

export async function wholeScreen(): Promise<void> {
  await document.documentElement.requestFullscreen?.().catch(() => undefined)
  await navigator.wakeLock?.request('screen').catch(() => undefined)
}
