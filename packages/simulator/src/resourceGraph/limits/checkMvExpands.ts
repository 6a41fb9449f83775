import { child } from '../kusto/SyntaxNode';
import {
  LIMIT_CODE,
  LimitCheck,
  ofKind,
  problemAt,
  tooMany,
} from './LimitCheck';

/** The documentation says 2 in one place and 3 in another; 3 is the newer number. */
const MAXIMUM_MV_EXPANDS = 3;
const MAXIMUM_ROW_LIMIT = 400;

export const checkMvExpands: LimitCheck = (nodes, text) => [
  ...tooMany({
    nodes: ofKind(nodes, 'MvExpandOperator'),
    allowed: MAXIMUM_MV_EXPANDS,
    what: 'mv-expand',
    text,
  }),
  ...ofKind(nodes, 'MvExpandRowLimitClause').flatMap(clause => {
    const limit = child(clause, 'RowLimit');
    return typeof limit.literal === 'number' &&
      limit.literal <= MAXIMUM_ROW_LIMIT
      ? []
      : [
          problemAt({
            node: limit,
            text,
            code: LIMIT_CODE,
            message: `The row limit of mv-expand may be at most ${MAXIMUM_ROW_LIMIT}.`,
          }),
        ];
  }),
];
