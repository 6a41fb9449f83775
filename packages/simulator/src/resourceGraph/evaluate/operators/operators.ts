import { OperatorCompiler } from '../TabularPlan';
import { compileCount } from './count';
import { compileDistinct } from './distinct';
import { compileExtend } from './extend';
import { compileJoin } from './join';
import { compileMvExpand } from './mvExpand';
import { compileParse } from './parse';
import { compileProject } from './project';
import { compileSelection } from './selection';
import { compileSort } from './sort';
import { compileSummarize } from './summarize';
import { compileTake } from './take';
import { compileTop } from './top';
import { compileUnion } from './union';
import { compileWhere } from './where';

/** Tabular operators by their kind of syntax node. */
export const operators: ReadonlyMap<string, OperatorCompiler> = new Map([
  ['CountOperator', compileCount],
  ['DistinctOperator', compileDistinct],
  ['ExtendOperator', compileExtend],
  ['FilterOperator', compileWhere],
  ['JoinOperator', compileJoin],
  ['MvExpandOperator', compileMvExpand],
  ['ParseOperator', compileParse],
  ['ProjectOperator', compileProject],
  ['ProjectAwayOperator', compileSelection],
  ['SortOperator', compileSort],
  ['SummarizeOperator', compileSummarize],
  ['TakeOperator', compileTake],
  ['TopOperator', compileTop],
  ['UnionOperator', compileUnion],
]);
