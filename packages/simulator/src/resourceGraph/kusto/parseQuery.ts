import { locateProblem, QueryProblem } from '../problems';
import { RESOURCE_COLUMNS, TABLE_NAMES } from '../schema';
import { Column } from '../values/Table';
import { KustoDiagnostic, KustoGlobals, KustoLibrary } from './KustoLibrary';
import { loadKusto } from './loadKusto';
import { readColumns, readSyntax } from './readSyntax';
import { SyntaxNode } from './SyntaxNode';

/** A query as Microsoft's parser and binder understand it. */
export interface ParsedQuery {
  text: string;
  syntax: SyntaxNode;
  columns: Column[];
  problems: QueryProblem[];
}

let globals: KustoGlobals | undefined;

/** Parses a query and binds its names to Resource Graph's tables. */
export function parseQuery(text: string): ParsedQuery {
  const library = loadKusto();
  globals ??= declareTables(library);
  const code = library.Kusto.Language.KustoCode.ParseAndAnalyze(text, globals);
  const diagnostics = code.GetDiagnostics();
  const problems: QueryProblem[] = [];
  for (let index = 0; index < diagnostics.Count; index += 1) {
    const diagnostic = diagnostics.getItem(index);
    if (diagnostic.Severity === 'Error') {
      problems.push(readProblem(text, diagnostic));
    }
  }
  return {
    text,
    syntax: readSyntax(library, code.Syntax),
    columns: readColumns(code.ResultType) ?? [],
    problems: withoutConsequences(problems),
  };
}

/** Where the text is not understood, names that are not found are mostly pieces of what was meant. */
function withoutConsequences(problems: QueryProblem[]): QueryProblem[] {
  const failures = problems.filter(({ code }) => code === 'ParserFailure');
  return failures.length > 0 ? failures : problems;
}

/** Columns are declared one by one: in the library's textual schema the column `kind` would be taken for a keyword. */
function declareTables(library: KustoLibrary): KustoGlobals {
  const { Symbols, GlobalState } = library.Kusto.Language;
  const scalarTypes = new Map([
    ['string', Symbols.ScalarTypes.String],
    ['dynamic', Symbols.ScalarTypes.Dynamic],
  ]);
  const tables = new library.Array();
  for (const name of TABLE_NAMES.flatMap(each => [each, each.toLowerCase()])) {
    const columns = new library.Array();
    for (const column of RESOURCE_COLUMNS) {
      const type = scalarTypes.get(column.type)!;
      columns.push(
        new Symbols.ColumnSymbol(column.name, type, null, null, null, null),
      );
    }
    tables.push(new Symbols.TableSymbol.$ctor4(name, columns));
  }
  return GlobalState.Default.WithDatabase(
    new Symbols.DatabaseSymbol.$ctor1('ResourceGraph', tables),
  );
}

function readProblem(text: string, diagnostic: KustoDiagnostic): QueryProblem {
  const start = Math.min(diagnostic.Start, text.length);
  const name = text.slice(start, start + diagnostic.Length);
  return locateProblem({
    ...classify(diagnostic, name),
    text,
    start,
    end: start + diagnostic.Length,
  });
}

/**
 * Resource Graph has codes of its own. `ParserFailure` and `UnknownFunction` are as recorded from it; the two others
 * are this program's, for cases of which no recording was found.
 */
function classify(
  diagnostic: KustoDiagnostic,
  name: string,
): { code: string; message: string } {
  switch (diagnostic.Code) {
    case 'KS211':
      return {
        code: 'UnknownFunction',
        message: `Unknown function: '${name}'.`,
      };
    case 'KS204':
      return {
        code: 'InvalidTable',
        message: `Table ${name} is invalid, unsupported or disallowed.`,
      };
    case 'KS174':
    case 'KS176':
      return { code: 'ParserFailure', message: diagnostic.Message };
    default:
      return {
        code:
          Number(diagnostic.Code.slice(2)) < 100
            ? 'ParserFailure'
            : 'SemanticError',
        message: diagnostic.Message,
      };
  }
}
