import { watch } from 'vue'

// What is typed into a form outlives the way to the sign-in and back: kept in this tab until it was sent. Fields that
// hold personal data are left out by whoever keeps a draft.
export function keepDraft<Form extends object>(name: string, form: Form, leaveOut: (keyof Form)[] = []): { forget(): void } {
  const place = 'anchang.draft.' + name
  const kept = sessionStorage.getItem(place)
  if (kept) {
    Object.assign(form, JSON.parse(kept))
  }
  watch(form, (now) => {
    const shown = Object.entries(now).filter(([field]) => !leaveOut.includes(field as keyof Form))
    sessionStorage.setItem(place, JSON.stringify(Object.fromEntries(shown)))
  })
  return { forget: () => sessionStorage.removeItem(place) }
}
