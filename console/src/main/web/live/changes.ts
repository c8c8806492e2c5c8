import { onScopeDispose, watch } from 'vue'
import { follow } from './stream'

// A stream that says that something has changed and no more (`changed`): what is on the page is asked for again. It is the
// one stream of the tab while the page that uses it is shown.
export function useChanges(address: () => string | undefined, changed: () => void): void {
  let end: (() => void) | undefined
  watch(
    address,
    (now) => {
      end?.()
      end = now === undefined ? undefined : follow(() => now, { changed }).end
    },
    { immediate: true },
  )
  onScopeDispose(() => end?.())
}
