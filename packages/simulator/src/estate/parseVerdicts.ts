import { egressKinds, exposures, ingressSystems, risks } from './vocabulary';

/** The part of a verdict that its comment states; where it stands says which Service it is about. */
export interface VerdictStatement {
  systems: string[];
  exposure: string;
  egress: string[];
  risk: string;
  entity?: string;
  because: string;
}

/** What the comment above a Service says the Service is. */
export type ServiceMark =
  | { kind: 'verdict'; statement: VerdictStatement }
  /** Part of a controller or of the cluster itself; no statement is made about it. */
  | { kind: 'infrastructure' };

const knownKeys = [
  'systems',
  'exposure',
  'egress',
  'risk',
  'entity',
  'because',
];

/**
 * Reads the marks in the comment lines above a Service (with or without the leading `#`).
 * Throws when there is none, more than one, or one that is malformed.
 */
export function parseServiceMark(commentLines: string[]): ServiceMark {
  const marks = commentLines
    .map(line => line.replace(/^\s*#\s?/, '').trim())
    .filter(line => /^(verdict|infrastructure)\b/.test(line));
  if (marks.length === 0) {
    throw new Error(
      "a Service needs a comment directly above it: '# verdict: systems=… exposure=… egress=… risk=… because=…' or '# infrastructure'",
    );
  }
  if (marks.length > 1) {
    throw new Error('a Service has one verdict only, here are several');
  }
  const [mark] = marks;
  if (/^infrastructure\b/.test(mark)) {
    return { kind: 'infrastructure' };
  }
  return { kind: 'verdict', statement: parseVerdict(mark) };
}

/** Reads one verdict, such as `verdict: systems=istio exposure=public egress=nat-gateway risk=none because=…`. */
export function parseVerdict(text: string): VerdictStatement {
  const match = /^verdict:\s+(.*)$/.exec(text.trim());
  if (!match) {
    throw new Error("a verdict starts with 'verdict: '");
  }
  const fields = readFields(match[1]);
  const required = (key: string): string => {
    const value = fields.get(key);
    if (!value) {
      throw new Error(`the verdict does not say '${key}='`);
    }
    return value;
  };
  return {
    systems: readList('systems', required('systems'), ingressSystems),
    exposure: readWord('exposure', required('exposure'), exposures),
    egress: readList('egress', required('egress'), egressKinds),
    risk: readWord('risk', required('risk'), risks),
    ...(fields.has('entity') && { entity: readEntity(required('entity')) }),
    because: required('because'),
  };
}

function readFields(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  let rest = text.trim();
  while (rest) {
    const key = /^([a-z]+)=/.exec(rest)?.[1];
    if (!key || !knownKeys.includes(key)) {
      throw new Error(
        `'${
          rest.split(/\s/, 1)[0]
        }' is not a part of a verdict; the parts are ${knownKeys.join(', ')}`,
      );
    }
    if (fields.has(key)) {
      throw new Error(`the verdict says '${key}=' twice`);
    }
    const afterKey = rest.slice(key.length + 1);
    const value =
      key === 'because' ? afterKey : afterKey.split(/\s/, 1)[0] ?? '';
    fields.set(key, value.trim());
    rest = afterKey.slice(value.length).trim();
  }
  return fields;
}

function readList(
  key: string,
  value: string,
  vocabulary: readonly string[],
): string[] {
  if (value === '-') {
    return [];
  }
  const words = value.split(',').map(word => readWord(key, word, vocabulary));
  if (new Set(words).size !== words.length) {
    throw new Error(`the verdict names a word of '${key}=' twice`);
  }
  return words.sort();
}

function readWord(
  key: string,
  word: string,
  vocabulary: readonly string[],
): string {
  if (!vocabulary.includes(word)) {
    throw new Error(
      `'${word}' is no ${key} of the vocabulary: ${vocabulary.join(', ')}`,
    );
  }
  return word;
}

function readEntity(ref: string): string {
  if (!/^[a-z]+:[a-z0-9-]+\/[A-Za-z0-9._-]+$/.test(ref)) {
    throw new Error(
      `'${ref}' is no entity reference such as component:default/storefront`,
    );
  }
  return ref;
}
