import { readFileSync } from 'node:fs';
import { compileQuery, QueryError } from '../resourceGraph';
import { Column } from '../resourceGraph/values';

export interface QueryDiagnostic {
  code: string;
  message: string;
  /** Counted from 1. */
  line: number;
  column: number;
}

export interface QueryCheck {
  file: string;
  ok: boolean;
  diagnostics: QueryDiagnostic[];
  /** What the query gives, with KQL's types. */
  columns: readonly Column[];
  /** Tabular operators as written, in order. */
  operators: string[];
}

/** Checks the queries in files. A file that cannot be read is a problem of that file. */
export function checkQueries(files: string[]): QueryCheck[] {
  return files.map(file => {
    try {
      const { columns, operators } = compileQuery(readQuery(file));
      return { file, ok: true, diagnostics: [], columns, operators };
    } catch (error) {
      if (!(error instanceof QueryError)) {
        throw error;
      }
      const diagnostics = error.problems.map(
        ({ code, message, line, column }) => ({ code, message, line, column }),
      );
      return { file, ok: false, diagnostics, columns: [], operators: [] };
    }
  });
}

function readQuery(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new QueryError([
      {
        code: 'UnreadableFile',
        message: String(error),
        line: 1,
        column: 1,
        token: file,
      },
    ]);
  }
}
