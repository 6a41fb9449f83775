import { child, listItems, SyntaxNode } from '../../kusto/SyntaxNode';
import { Column, emptyOf, keyOf, Row } from '../../values';
import {
  columnIndex,
  CompileScope,
  invalid,
  unsupported,
} from '../CompileScope';
import { OperatorOptions, RowTransform } from '../TabularPlan';
import { joinRows, JoinKind } from './joinRows';
import { namedParameters, parameterText } from './namedParameters';

const KINDS: ReadonlySet<string> = new Set<JoinKind>([
  'innerunique',
  'inner',
  'leftouter',
  'fullouter',
]);

/** `join kind=… (right) on …` */
export function compileJoin(options: OperatorOptions): RowTransform {
  const { node, scope, output } = options;
  const right = options.compileTabular(child(node, 'Expression'));
  const kind = readKind(node, scope);
  const keys = readKeys({ node, scope, right: right.columns });
  if (output.length !== scope.columns.length + right.columns.length) {
    throw unsupported(scope, node, 'The columns of this join');
  }
  const keyFrom = (indexes: number[]) => (row: Row) => {
    const values = indexes.map(index => row[index]);
    return values.includes(undefined) ? undefined : keyOf(values);
  };
  return (rows, source) =>
    joinRows({
      kind,
      left: rows,
      right: right.run(source),
      leftKey: keyFrom(keys.map(key => key.left)),
      rightKey: keyFrom(keys.map(key => key.right)),
      emptyLeft: scope.columns.map(column => emptyOf(column.type)),
      emptyRight: right.columns.map(column => emptyOf(column.type)),
    });
}

function readKind(node: SyntaxNode, scope: CompileScope): JoinKind {
  let kind = 'innerunique';
  for (const [name, value] of namedParameters(node)) {
    if (name !== 'kind') {
      throw unsupported(scope, value, `The join parameter ${name}`);
    }
    kind = parameterText(value);
  }
  if (!KINDS.has(kind)) {
    throw unsupported(scope, node, `The join kind ${kind}`);
  }
  return kind as JoinKind;
}

interface KeyPair {
  left: number;
  right: number;
}

function readKeys(options: {
  node: SyntaxNode;
  scope: CompileScope;
  right: readonly Column[];
}): KeyPair[] {
  const { node, scope, right } = options;
  const rightScope = { text: scope.text, columns: right };
  const clause = child(node, 'ConditionClause');
  return listItems(clause, 'Expressions')
    .flatMap(splitConjunction)
    .map(condition => {
      const names = readNames(condition, scope);
      const pair = {
        left: columnIndex(scope, condition, names.left),
        right: columnIndex(rightScope, condition, names.right),
      };
      if (
        scope.columns[pair.left].type === 'dynamic' ||
        right[pair.right].type === 'dynamic'
      ) {
        throw invalid(scope, condition, {
          code: 'SemanticError',
          message: `join key '${names.left}' is of a 'dynamic' type. Please use an explicit cast using extend operator.`,
        });
      }
      return pair;
    });
}

/** `$left.a == $right.b`, in either order, or the one name that both sides have. */
function readNames(
  node: SyntaxNode,
  scope: CompileScope,
): { left: string; right: string } {
  if (node.kind === 'NameReference' && node.name) {
    return { left: node.name, right: node.name };
  }
  if (node.kind === 'EqualExpression') {
    const sides = new Map(
      ['Left', 'Right'].map(name => {
        const path = child(node, name);
        return [
          path.children.get('Expression')?.name,
          path.children.get('Selector')?.name,
        ];
      }),
    );
    const left = sides.get('$left');
    const right = sides.get('$right');
    if (left && right) {
      return { left, right };
    }
  }
  throw unsupported(scope, node, 'This join condition');
}

function splitConjunction(node: SyntaxNode): SyntaxNode[] {
  return node.kind === 'AndExpression'
    ? [child(node, 'Left'), child(node, 'Right')].flatMap(splitConjunction)
    : [node];
}
