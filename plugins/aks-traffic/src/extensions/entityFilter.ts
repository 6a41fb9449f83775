import { FilterPredicate } from '@backstage/filter-predicates';

const present = { $exists: true };

/**
 * Every component, so that one without annotations is told how to add them, and any other entity that has one of them.
 * Apps narrow or widen this with the extension's `filter` option.
 */
export const entityFilter: FilterPredicate = {
  $any: [
    { kind: 'component' },
    { 'metadata.annotations.backstage.io/kubernetes-id': present },
    { 'metadata.annotations.backstage.io/kubernetes-label-selector': present },
    { 'metadata.annotations.backstage.io/kubernetes-namespace': present },
    { 'metadata.annotations.backstage.io/kubernetes-cluster': present },
  ],
};
