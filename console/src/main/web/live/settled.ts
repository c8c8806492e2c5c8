import { onScopeDispose, ref, watch, type Ref } from 'vue'

const SETTLED_MILLIS = 300

// What somebody types, once they have paused: the services are asked then, not at each letter.
export function useSettled<Value>(typed: () => Value): Readonly<Ref<Value>> {
  const settled = ref(typed()) as Ref<Value>
  let waiting: ReturnType<typeof setTimeout> | undefined
  watch(typed, (now) => {
    clearTimeout(waiting)
    waiting = setTimeout(() => (settled.value = now), SETTLED_MILLIS)
  })
  onScopeDispose(() => clearTimeout(waiting))
  return settled
}
