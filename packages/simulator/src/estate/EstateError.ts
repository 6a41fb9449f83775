/** What is wrong in one file of an estate, and where. */
export interface EstateProblem {
  /** Path of the file, relative to the estate's folder. */
  file: string;
  /** Line the problem is at, counted from 1. */
  line?: number;
  /** Document inside the file, counted from 1. */
  document?: number;
  message: string;
}

/** An estate that cannot be used. Names every problem found, so that an author need not fix them one by one. */
export class EstateError extends Error {
  readonly problems: EstateProblem[];

  constructor(problems: EstateProblem[]) {
    const sorted = [...problems].sort(
      (a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0),
    );
    super(sorted.map(formatProblem).join('\n'));
    this.name = 'EstateError';
    this.problems = sorted;
  }
}

function formatProblem(problem: EstateProblem): string {
  const { file, line, document, message } = problem;
  const place = line === undefined ? file : `${file}:${line}`;
  return document === undefined
    ? `${place}: ${message}`
    : `${place} (document ${document}): ${message}`;
}
