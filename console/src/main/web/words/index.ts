import { computed, ref, watchEffect, type ComputedRef } from 'vue'
import { en } from './en'
import { zh } from './zh'

// Chinese is what the office speaks: what it says is the pattern, and English must say all of it too, or the build
// fails.
export type Language = 'zh-CN' | 'en'

const KEPT = 'anchang.language'

function first(): Language {
  const kept = localStorage.getItem(KEPT)
  if (kept === 'zh-CN' || kept === 'en') {
    return kept
  }
  return navigator.language.startsWith('en') ? 'en' : 'zh-CN'
}

export const language = ref<Language>(first())
export const words = computed(() => (language.value === 'en' ? en : zh))

watchEffect(() => {
  document.documentElement.lang = language.value
  document.title = words.value.office
})

export function speak(next: Language): void {
  language.value = next
  localStorage.setItem(KEPT, next)
}

// The words of a feature, kept beside its pages: `const w = wordsOf(zh, en)`, where English says all that Chinese says.
export function wordsOf<W>(chinese: W, english: NoInfer<W>): ComputedRef<W> {
  return computed(() => (language.value === 'en' ? english : chinese))
}

// The word for a code of the services; a code without a word shows as itself rather than as nothing.
export function wordFor(codes: Record<string, string>, code: string | undefined | null): string {
  return code ? (codes[code] ?? code) : ''
}

const OFFICE_ZONE = 'Asia/Shanghai'

// The office's time, whatever the phone says.
export function time(instant: string | undefined | null): string {
  return instant
    ? new Intl.DateTimeFormat(language.value, { timeZone: OFFICE_ZONE, month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
        new Date(instant),
      )
    : ''
}

// Money is text from the services and stays text: nothing is reckoned here.
export function money(amount: string | undefined | null): string {
  if (!amount) {
    return ''
  }
  const [whole = '', cents] = amount.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return cents && cents !== '00' ? `${grouped}.${cents}` : grouped
}

// For a cell: 1,625,000 is 162.5 and the sign for ten thousand, from a hundred million on that one's; a smaller amount is
// whole.
export function shortMoney(amount: string | undefined | null): string {
  if (!amount) {
    return ''
  }
  const whole = amount.split('.')[0] ?? ''
  if (whole.length <= 4) {
    return whole
  }
  if (whole.length > 8) {
    return `${whole.slice(0, -8)}.${whole.slice(-8, -6)}亿`
  }
  const tenth = whole.at(-4)
  return `${whole.slice(0, -4)}${tenth === '0' ? '' : '.' + tenth}万`
}
