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
      const { columns, operators } = compileQuery(readFileSync(file, 'utf8'));
      return { file, ok: true, diagnostics: [], columns, operators };
    } catch (error) {
      return {
        file,
        ok: false,
        diagnostics: toDiagnostics(error),
        columns: [],
        operators: [],
      };
    }
  });
}

function toDiagnostics(error: unknown): QueryDiagnostic[] {
  if (error instanceof QueryError) {
    return error.problems.map(({ code, message, line, column }) => ({
      code,
      message,
      line,
      column,
    }));
  }
  if (error instanceof Error && 'code' in error) {
    const { code, message } = error;
    return [{ code: String(code), message, line: 1, column: 1 }];
  }
  throw error;
}
