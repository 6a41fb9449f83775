/**
 * The part of `@kusto/language-service-next` that is used here. Its own declarations are 1.7 MB of global namespaces,
 * which every compilation of the workspace would have to read.
 */
export interface KustoLibrary {
  Array: ArrayConstructor;
  System: {
    Enum: { toString(type: unknown, value: number): string };
  };
  Kusto: {
    Language: {
      KustoCode: {
        ParseAndAnalyze(text: string, globals: KustoGlobals): KustoCode;
      };
      GlobalState: { Default: KustoGlobals };
      Syntax: { SyntaxKind: unknown };
      Symbols: {
        ScalarTypes: Record<string, KustoType>;
        ColumnSymbol: new (
          name: string,
          type: KustoType,
          description: null,
          originalColumns: null,
          source: null,
          examples: null,
        ) => KustoSymbol;
        TableSymbol: {
          $ctor4: new (name: string, columns: KustoSymbol[]) => KustoSymbol;
        };
        DatabaseSymbol: {
          $ctor1: new (name: string, members: KustoSymbol[]) => KustoSymbol;
        };
      };
    };
  };
}

export interface KustoGlobals {
  WithDatabase(database: KustoSymbol): KustoGlobals;
}

export interface KustoSymbol {
  Name: string;
}

export interface KustoList<T> {
  Count: number;
  getItem(index: number): T;
}

export interface KustoType {
  Name: string;
  /** Of tables. */
  Columns?: KustoList<{ Name: string; Type: KustoType }> | null;
}

export interface KustoDiagnostic {
  Code: string;
  Severity: string;
  Start: number;
  Length: number;
  Message: string;
}

export interface KustoCode {
  Syntax: KustoNode;
  ResultType: KustoType | null;
  GetDiagnostics(): KustoList<KustoDiagnostic>;
}

/** A node or token of Microsoft's syntax tree. */
export interface KustoNode {
  Kind: number;
  IsToken: boolean;
  TextStart: number;
  End: number;
  ChildCount: number;
  GetChild(index: number): KustoNode | null;
  GetName(index: number): string | null;
  /** Of tokens. */
  Text?: string;
  /** Of tokens: the text without quotes and escapes. */
  ValueText?: string;
  /** Of names. */
  SimpleName?: string;
  /** Of literals: a JavaScript value or the library's box around one. */
  LiteralValue?: unknown;
  /** Of expressions. */
  ResultType?: KustoType | null;
}
