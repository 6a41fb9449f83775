import {
  AnnotationTargetVerdict,
  AnnotationVerdict,
} from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { field } from '../objects/field';
import { referenceOf } from '../objects/metadata';
import { nearestText } from '../objects/nearestText';
import { stableText } from '../objects/stableText';
import { migrationTargets } from './annotationCatalogue';
import { defaultAnnotationPrefix } from '../systems/AnnotationReading';
import { AnnotationReader } from './AnnotationReader';
import { AnnotationFacts } from './catalogue/AnnotationFacts';
import { annotationFacts, CurrentName } from './catalogue/facts';
import { sources } from './catalogue/sources';
import { targetSources } from './catalogue/targetSources';
import { AnnotationValues, withoutEffectBecause } from './conditions';
import { effectOf } from './effectOf';
import { parseBoolean } from './values/goValues';
import { ValueProblem, valueProblem } from './values/valueProblem';
import { annotationTargets } from './verdicts/annotationTargets';

/** Who reads an object's annotations, and on what cluster. */
export interface AnnotationContext {
  /** The controllers that serve the object; none when nobody does. */
  readers: readonly AnnotationReader[];
  /** Version of Kubernetes, such as `1.34.2`; absent when it is not known. */
  aksVersion?: string;
  /** Prefixes, without the slash, that controllers of the cluster read besides the usual one. */
  prefixes?: ReadonlySet<string>;
}

/**
 * The verdicts on an object's annotations of ingress-nginx, in the order of their keys: each one under the usual
 * prefix or one in use comes out exactly once, also those that nobody knows.
 */
export function judgeAnnotations(
  object: KubernetesObject,
  context: AnnotationContext,
): AnnotationVerdict[] {
  return verdictsOn(object, nginxAnnotations(object, context), context);
}

/** The same for annotations that were looked up before. */
export function verdictsOn(
  object: KubernetesObject,
  annotations: readonly NginxAnnotation[],
  context: AnnotationContext,
): AnnotationVerdict[] {
  return annotations.map(annotation => verdictOf(object, annotation, context));
}

/** An annotation of ingress-nginx as it stands on an object. */
export interface NginxAnnotation {
  key: string;
  /** Without the slash. */
  prefix: string;
  name: string;
  /** What would be in quotes, for a value that is no text. */
  value: string;
  /** Whether the value is a text, as every one is that an API server has taken. */
  isText: boolean;
  /** All of the object under the same prefix. */
  values: AnnotationValues;
}

/** The annotations of an object under the usual prefix or one in use, by their keys. */
export function nginxAnnotations(
  object: KubernetesObject,
  { readers = [], prefixes }: Partial<AnnotationContext>,
): NginxAnnotation[] {
  const annotations = field(object, 'metadata.annotations');
  if (typeof annotations !== 'object' || annotations === null) {
    return [];
  }
  const byPrefix = new Map<string, Map<string, string>>();
  const found: NginxAnnotation[] = [];
  for (const key of Object.keys(annotations)) {
    const slash = key.indexOf('/');
    const prefix = key.slice(0, Math.max(slash, 0));
    const value = (annotations as Record<string, unknown>)[key];
    const inUse =
      prefix === defaultAnnotationPrefix ||
      prefixes?.has(prefix) === true ||
      readers.some(reader => reader.prefix === prefix);
    if (slash < 0 || !inUse) {
      continue;
    }
    const text = textOf(value);
    const values = byPrefix.get(prefix) ?? new Map<string, string>();
    byPrefix.set(prefix, values);
    const name = key.slice(slash + 1);
    values.set(name, text);
    const isText = typeof value === 'string';
    found.push({ key, prefix, name, value: text, isText, values });
  }
  return found.sort((left, right) => (left.key < right.key ? -1 : 1));
}

/** In a file, what should be in quotes may not be; what it says is meant all the same. */
function textOf(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  return value === null || value === undefined ? '' : stableText(value);
}

const noText =
  'The value is no text: put it in quotes, or an API server refuses the object.';

function verdictOf(
  object: KubernetesObject,
  annotation: NginxAnnotation,
  context: AnnotationContext,
): AnnotationVerdict {
  const { key, name, value, isText } = annotation;
  const facts = annotationFacts.get(name);
  const common = { object: referenceOf(object), key, name };
  if (facts === undefined) {
    return {
      ...common,
      status: 'unknown',
      nearest: nearestNameOf(name),
      value,
      redacted: false,
      ...(!isText && { problem: noText }),
      security: isSensitiveAnnotation(key),
      effective: context.readers.every(({ reads }) => reads !== 'unknown')
        ? false
        : 'unknown',
      targets: unknownTargets(),
    };
  }
  const { effective, problem } = effectAndProblem(annotation, facts, context);
  return {
    ...common,
    status: facts.status ?? 'current',
    ...(facts.aliasOf !== undefined && { aliasOf: facts.aliasOf }),
    value,
    redacted: false,
    ...(problem !== undefined && { problem }),
    purpose: facts.purpose,
    ...(facts.upstreamRisk !== undefined && {
      upstreamRisk: facts.upstreamRisk,
    }),
    security: facts.concern === 'security',
    effective,
    targets:
      effective === false
        ? withoutEffect(facts)
        : annotationTargets({
            name,
            facts,
            value,
            aksVersion: context.aksVersion,
          }),
  };
}

function effectAndProblem(
  { name, prefix, value, isText, values }: NginxAnnotation,
  facts: AnnotationFacts,
  { readers }: AnnotationContext,
): { effective: boolean | 'unknown'; problem?: string } {
  const { effective, because } = effectOf(name, facts, prefix, readers);
  if (facts.status === 'removed') {
    return { effective, ...(!isText && { problem: noText }) };
  }
  const wrong = valueProblem(name as CurrentName, value);
  const alone =
    withoutEffectBecause(name, values) ??
    cancelledByPassthrough(name, prefix, values, readers);
  const problem = isText ? wrong?.message ?? alone ?? because : noText;
  return {
    effective: alone === undefined ? withValue(effective, wrong) : false,
    ...(problem !== undefined && { problem }),
  };
}

/** Values that are refused or denied do something: the paths are not served. */
function withValue(
  effective: boolean | 'unknown',
  wrong: ValueProblem | undefined,
): boolean | 'unknown' {
  switch (wrong?.consequence) {
    case 'ignored':
      return false;
    case 'untaken':
      return effective && 'unknown';
    default:
      return effective;
  }
}

function cancelledByPassthrough(
  name: string,
  prefix: string,
  values: AnnotationValues,
  readers: readonly AnnotationReader[],
): string | undefined {
  return name !== 'ssl-passthrough' &&
    parseBoolean(values.get('ssl-passthrough') ?? '') === true &&
    readers.length > 0 &&
    readers.every(
      reader => reader.prefix === prefix && reader.passthrough === true,
    )
    ? 'ssl-passthrough hands the connection on unopened, so that nothing else counts.'
    : undefined;
}

function withoutEffect(facts: AnnotationFacts): AnnotationTargetVerdict[] {
  return migrationTargets.map(target => ({
    target,
    outcome: 'drop',
    reason: 'It has no effect today, so that none is lost.',
    sources: targetSources(facts, target),
  }));
}

function unknownTargets(): AnnotationTargetVerdict[] {
  return migrationTargets.map(target => ({
    target,
    outcome: 'unknown',
    reason:
      'No release of ingress-nginx that is known here reads an annotation of this name.',
    sources: [sources.nginxRisk.url],
  }));
}

const names = [...annotationFacts.keys()];
const nearestNames = new Map<string, string>();

/** Names come from outside: what is remembered of them has a bound. */
const rememberedNames = 1000;

function nearestNameOf(text: string): string {
  const name = text.slice(0, 100);
  const known = nearestNames.get(name);
  if (known !== undefined) {
    return known;
  }
  if (nearestNames.size >= rememberedNames) {
    nearestNames.clear();
  }
  const nearest = nearestText(name, names);
  nearestNames.set(name, nearest);
  return nearest;
}

/**
 * Whether the value of an annotation of ingress-nginx may hold a secret, the name of one, or raw configuration, and
 * should be shown to its owner only.
 *
 * @param key - with any prefix, or none; a name that nobody knows counts when it looks like one of these
 *
 * @public
 */
export function isSensitiveAnnotation(key: string): boolean {
  const name = key.slice(key.indexOf('/') + 1);
  const facts = annotationFacts.get(name);
  return facts === undefined
    ? /snippet|secret|password|token|credential/i.test(name)
    : facts.sensitive === true;
}
