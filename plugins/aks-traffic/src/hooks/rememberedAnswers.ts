/** Enough for going back and forth between tabs and filters. */
const rememberedAtMost = 50;

/** By who was asked, so that nothing outlives a sign-out or a test. */
const answers = new WeakMap<object, Map<string, unknown>>();

/** The last answer to a question; `undefined` when there was none lately. */
export function rememberedAnswer<T>(options: {
  of: object;
  question: string;
}): T | undefined {
  return answers.get(options.of)?.get(options.question) as T | undefined;
}

/** Remembers an answer, and forgets the one that was asked for longest ago when there are too many. */
export function rememberAnswer(options: {
  of: object;
  question: string;
  value: unknown;
}): void {
  const { of, question, value } = options;
  const known = answers.get(of) ?? new Map<string, unknown>();
  answers.set(of, known);
  known.delete(question);
  known.set(question, value);
  if (known.size > rememberedAtMost) {
    known.delete(known.keys().next().value!);
  }
}
