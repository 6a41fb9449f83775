import { SyntaxNode } from '../kusto/SyntaxNode';
import { Column, Row, Table } from '../values';
import { CompileScope } from './CompileScope';

/** Gives a table by its name in lower case. */
export type TableSource = (name: string) => Table;

/** A tabular expression, ready to be run. */
export interface TabularPlan {
  columns: readonly Column[];
  run(source: TableSource): Row[];
}

/** What the compiler of one tabular operator gets. */
export interface OperatorOptions {
  node: SyntaxNode;
  /** The query's text and the columns that come in. */
  scope: CompileScope;
  /** The columns that the binder says go out; the order and the names are its business. */
  output: readonly Column[];
  compileTabular(node: SyntaxNode): TabularPlan;
}

export type RowTransform = (rows: Row[], source: TableSource) => Row[];

export type OperatorCompiler = (options: OperatorOptions) => RowTransform;
