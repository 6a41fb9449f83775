/**
 * One comma-separated part of a label selector. `key=value` is `in` with one value, `key!=value` is `not-in`; as in
 * Kubernetes, `not-in` also accepts objects without the label.
 */
export type LabelRequirement =
  | { operator: 'exists' | 'does-not-exist'; key: string }
  | { operator: 'in' | 'not-in'; key: string; values: string[] }
  | { operator: 'greater-than' | 'less-than'; key: string; bound: bigint };
