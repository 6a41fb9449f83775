import fc from 'fast-check';
import { compileQuery } from '../compileQuery';
import { QueryError } from '../problems';
import { RESOURCE_COLUMNS } from '../schema';
import { emptyOf, Table, Value } from '../values';

export type Resource = Partial<Record<string, Value>>;

function tableOf(resources: Resource[]): Table {
  return {
    columns: [...RESOURCE_COLUMNS],
    rows: resources.map(resource =>
      RESOURCE_COLUMNS.map(({ name, type }) => resource[name] ?? emptyOf(type)),
    ),
  };
}

/** Runs a query and gives each row as an object. */
export function run(query: string, resources: Resource[] = []) {
  const compiled = compileQuery(query);
  const { columns, rows } = compiled.run(name =>
    name === 'resources' ? tableOf(resources) : tableOf([]),
  );
  return rows.map(row =>
    Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])),
  );
}

/** The value of an expression over one resource. */
export function evaluate(expression: string, resource: Resource = {}) {
  const [row] = run(`resources | project result = ${expression}`, [resource]);
  return row.result;
}

export function problemsOf(query: string) {
  try {
    compileQuery(query);
    return [];
  } catch (error) {
    if (error instanceof QueryError) {
      return error.problems;
    }
    throw error;
  }
}

/** A KQL string literal. */
export function quote(text: string): string {
  return `'${text
    .replace(/\\/g, '\\\\')
    .replace(/'/g, "\\'")
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')}'`;
}

/** Text of printable characters. */
export const printable = fc.string({ unit: 'grapheme-ascii' });
