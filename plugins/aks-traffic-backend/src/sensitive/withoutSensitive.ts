import {
  AnnotationVerdict,
  Evidence,
  StoredObject,
  withheldValue,
} from 'backstage-plugin-aks-traffic-common';
import { objectKey } from '../objects/objectKey';
import { isSensitiveName, isSensitiveText } from './isSensitive';
import { withoutSensitiveFields } from './withoutSensitiveFields';

/** What evidence says where there is no value; that may be known. */
const noValue: ReadonlySet<string> = new Set(['(absent)', '(empty)']);

/** An answer of which some values may be withheld. */
export interface DiscreetAnswer<T> {
  answer: T;
  /** Whether anything was withheld. */
  withheld: boolean;
}

/**
 * An answer for somebody who does not own what it is about: without raw configuration, secrets and what tells where
 * one is. Such values stand in evidence, in verdicts about annotations and in objects; these are found wherever they
 * are in the answer, so that a new place for one is no new way out.
 *
 * @param own - keys of objects whose values are left as they are
 */
export function withoutSensitive<T>(
  answer: T,
  own: ReadonlySet<string> = new Set(),
): DiscreetAnswer<T> {
  // Answers are long, and the same fields come again and again in them.
  const isSensitiveField = remembered(field =>
    isSensitiveName(lastName(field)),
  );
  let withheld = false;
  const walk = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) {
      return node;
    }
    if (Array.isArray(node)) {
      return withChanges(node, walk);
    }
    if (isStoredObject(node)) {
      if (own.has(objectKey(node.reference))) {
        return node;
      }
      const stored = withoutSensitiveFields(node.object);
      withheld ||= stored.withheld;
      return { ...node, object: stored.answer };
    }
    if (
      isEvidence(node) &&
      isSensitiveEvidence(node, isSensitiveField) &&
      !('kind' in node.object && own.has(objectKey(node.object)))
    ) {
      withheld = true;
      return { ...node, value: withheldValue };
    }
    if (
      isAnnotationVerdict(node) &&
      isSensitiveAnnotation(node) &&
      !own.has(objectKey(node.object))
    ) {
      withheld = true;
      return withoutValue(node);
    }
    return withChanges(node, walk);
  };
  const discreet = walk(answer) as T;
  return { answer: discreet, withheld };
}

/** A copy with what `change` makes of the parts; the same array or object where it changes none of them. */
function withChanges<T extends object>(
  node: T,
  change: (part: unknown) => unknown,
): T {
  const parts: unknown[] = Array.isArray(node) ? node : Object.values(node);
  const changed = parts.map(change);
  if (changed.every((part, index) => part === parts[index])) {
    return node;
  }
  return (
    Array.isArray(node)
      ? changed
      : Object.fromEntries(
          Object.keys(node).map((key, index) => [key, changed[index]]),
        )
  ) as T;
}

function remembered(
  decide: (text: string) => boolean,
): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return text => {
    let decision = known.get(text);
    if (decision === undefined) {
      decision = decide(text);
      known.set(text, decision);
    }
    return decision;
  };
}

function isEvidence(node: object): node is Evidence {
  return 'field' in node && 'value' in node && 'meaning' in node;
}

function isAnnotationVerdict(node: object): node is AnnotationVerdict {
  return 'key' in node && 'redacted' in node && 'targets' in node;
}

function isStoredObject(node: object): node is StoredObject {
  return 'reference' in node && 'object' in node;
}

/** What a field's path ends in: the key of an annotation or label, or a name. */
function lastName(path: string): string {
  const key = path.match(/\["([^"]*)"\]$/);
  return key ? key[1] : path.slice(path.lastIndexOf('.') + 1);
}

function isSensitiveEvidence(
  { field, value }: Evidence,
  isSensitiveField: (field: string) => boolean,
): boolean {
  return (
    (isSensitiveField(field) && !noValue.has(value)) || isSensitiveText(value)
  );
}

/** With a prefix of its own, too, what nobody knows may be anything. */
function isSensitiveAnnotation(verdict: AnnotationVerdict): boolean {
  return (
    verdict.status === 'unknown' ||
    [verdict.key, verdict.aliasOf ?? ''].some(isSensitiveName) ||
    isSensitiveText(verdict.value ?? '')
  );
}

function withoutValue({
  value: _,
  ...verdict
}: AnnotationVerdict): AnnotationVerdict {
  return {
    ...verdict,
    redacted: true,
    // It may quote the value.
    ...(verdict.problem !== undefined && {
      problem: 'The controller would refuse or ignore the value.',
    }),
  };
}
