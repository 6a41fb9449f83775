import { listItems } from '../kusto/SyntaxNode';
import { LimitCheck, ofKind, tooMany } from './LimitCheck';

const MAXIMUM_LEGS = 3;

/** The legs of all unions of a query count together. */
export const checkUnions: LimitCheck = (nodes, text) =>
  tooMany({
    nodes: ofKind(nodes, 'UnionOperator').flatMap(union =>
      listItems(union, 'Expressions'),
    ),
    allowed: MAXIMUM_LEGS,
    what: 'union legs',
    text,
  });
