/** Something that is wrong with a query. */
export interface QueryProblem {
  /** Resource Graph's code, such as `ParserFailure`. */
  code: string;
  message: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column: number;
  /** The text at that place. */
  token: string;
}

/** Thrown for a query that Resource Graph, or this stand-in for it, does not answer. */
export class QueryError extends Error {
  override name = 'QueryError';

  constructor(readonly problems: QueryProblem[]) {
    super(problems.map(problem => problem.message).join('; '));
  }
}

export interface LocateProblemOptions {
  code: string;
  message: string;
  text: string;
  start: number;
  end: number;
}

export function locateProblem(options: LocateProblemOptions): QueryProblem {
  const { code, message, text, start, end } = options;
  const before = text.slice(0, start).split('\n');
  return {
    code,
    message,
    line: before.length,
    column: before[before.length - 1].length + 1,
    token: text.slice(start, end).split('\n')[0] || '<EOF>',
  };
}
