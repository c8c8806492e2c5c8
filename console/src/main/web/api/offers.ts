// What an answer offers to whoever asked: the names of its actions that are theirs. Buttons come from here alone;
// nothing in the browser repeats roles or stages.
export function offersOf(answer: { actions?: { name?: string; yours?: boolean }[] } | undefined): Set<string> {
  return new Set((answer?.actions ?? []).filter((action) => action.yours).map((action) => action.name ?? ''))
}
