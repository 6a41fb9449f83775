import { child, descendants, listItems, SyntaxNode } from '../kusto/SyntaxNode';
import { LOCAL_TABLES } from '../schema';
import {
  LIMIT_CODE,
  LimitCheck,
  ofKind,
  problemAt,
  tooMany,
} from './LimitCheck';

const MAXIMUM_JOINS = 3;

/** How the library spells the kinds that Resource Graph knows, as written in queries. */
const ALLOWED_KINDS: ReadonlySet<string> = new Set([
  'innerunique',
  'inner',
  'leftouter',
  'fullouter',
]);

/** At most three joins, of the documented kinds, without hints, and only one of them with a table other than the two main ones. */
export const checkJoins: LimitCheck = (nodes, text) => {
  const joins = ofKind(nodes, 'JoinOperator');
  const remote = joins.filter(join =>
    tablesOf(child(join, 'Expression')).some(name => !LOCAL_TABLES.has(name)),
  );
  return [
    ...tooMany({ nodes: joins, allowed: MAXIMUM_JOINS, what: 'join', text }),
    ...joins.flatMap(join => checkParameters(join, text)),
    ...remote.slice(1).map(node =>
      problemAt({
        node,
        text,
        code: 'DisallowedMaxNumberOfRemoteTables',
        message:
          'A query may join one table other than resources and resourcecontainers.',
      }),
    ),
  ];
};

function checkParameters(join: SyntaxNode, text: string) {
  return listItems(join, 'Parameters').flatMap(parameter => {
    const name = child(parameter, 'Name').name?.toLowerCase();
    const value = child(parameter, 'Expression');
    if (name !== 'kind') {
      return [
        problemAt({
          node: parameter,
          text,
          code: LIMIT_CODE,
          message: `The join parameter ${name} is not supported or not allowed.`,
        }),
      ];
    }
    const kind = text.slice(value.start, value.end);
    return ALLOWED_KINDS.has(kind)
      ? []
      : [
          problemAt({
            node: value,
            text,
            code: 'UnsupportedJoinFlavor',
            message: `The join kind "${kind}" is not supported or not allowed.`,
          }),
        ];
  });
}

/** Names of the tables an expression reads, in lower case. */
function tablesOf(node: SyntaxNode): string[] {
  return [...descendants(node)].flatMap(below =>
    below.kind === 'NameReference' && below.columns && below.name
      ? [below.name.toLowerCase()]
      : [],
  );
}
