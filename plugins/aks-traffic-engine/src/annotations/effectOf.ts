import { AnnotationFacts } from './catalogue/AnnotationFacts';
import { AnnotationReader } from './AnnotationReader';
import { isAtLeastVersion } from './gatewayApiBundles';

/** Whether something reads an annotation, and why not or why that is not known. */
export interface Effect {
  effective: boolean | 'unknown';
  /** One sentence, where there is something to say. */
  because?: string;
}

const read: Effect = { effective: true };
const notRead: Effect = { effective: false };
const notKnown: Effect = { effective: 'unknown' };

/** Whether the controllers that serve an object read an annotation of it; one that does is enough. */
export function effectOf(
  name: string,
  facts: AnnotationFacts,
  prefix: string,
  readers: readonly AnnotationReader[],
): Effect {
  const effects = readers.map(reader => effectFor(name, facts, prefix, reader));
  return (
    effects.find(({ effective }) => effective === true) ??
    effects.find(({ effective }) => effective === 'unknown') ??
    effects[0] ??
    notRead
  );
}

function effectFor(
  name: string,
  facts: AnnotationFacts,
  prefix: string,
  reader: AnnotationReader,
): Effect {
  if (reader.reads === 'unknown') {
    return notKnown;
  }
  if (reader.reads === 'none' || reader.prefix !== prefix) {
    return notRead;
  }
  if (reader.reads === 'traefik') {
    return inTraefik(facts);
  }
  if (facts.status === 'removed') {
    return ifRemoved(facts, reader);
  }
  if (name.endsWith('-snippet')) {
    return ifSnippet(reader);
  }
  return name === 'ssl-passthrough' && reader.passthrough === false
    ? {
        effective: false,
        because:
          'The controller was not started with --enable-ssl-passthrough, so that it ends TLS itself.',
      }
    : read;
}

function inTraefik({ traefik, status }: AnnotationFacts): Effect {
  switch (traefik) {
    case 'supported':
    case 'partial':
      return read;
    case 'unsupported':
    case 'ignored':
      return notRead;
    default:
      return status === 'removed' ? notRead : notKnown;
  }
}

function ifRemoved(
  { removedIn }: AnnotationFacts,
  { system, version }: AnnotationReader,
): Effect {
  const removed =
    removedIn === undefined || version === undefined
      ? undefined
      : isAtLeastVersion(version, removedIn);
  if (removed !== undefined) {
    return removed ? notRead : read;
  }
  // The managed controller has been of a later release for long.
  return system === 'app-routing-nginx' || removedIn === undefined
    ? notRead
    : notKnown;
}

/** Releases from 1.9 on refuse snippets unless told otherwise, from 1.12 on unless told so twice. */
function ifSnippet({ system, version, settings }: AnnotationReader): Effect {
  if (settings !== undefined) {
    const allowed = settings.get('allow-snippet-annotations');
    const level = settings.get('annotations-risk-level');
    const strict = version === undefined || isAtLeastVersion(version, '1.12');
    return allowed === 'true' && (level === 'Critical' || !strict)
      ? read
      : {
          effective:
            allowed === 'true' && version === undefined ? 'unknown' : false,
          because: 'The ConfigMap of the controller does not allow snippets.',
        };
  }
  if (system === 'app-routing-nginx') {
    return read;
  }
  return version !== undefined && isAtLeastVersion(version, '1.9') === false
    ? read
    : {
        effective: 'unknown',
        because:
          'The controller refuses snippets unless its ConfigMap allows them, which was not read.',
      };
}
