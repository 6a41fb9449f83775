import { InheritedEffect } from 'backstage-plugin-aks-traffic-common';
import { objectEvidence } from '../../../objects/evidence';
import { annotationEvidence, effect, EffectInput } from '../EffectInput';
import { EffectFacts, effectTargets } from '../effectTargets';
import { ForeignAnnotation, regexAnnotation } from '../HostShare';
import { IngressPath } from '../ingressPaths';

const asPattern: EffectFacts = {
  all: {
    outcome: 'changes-behaviour',
    reason:
      'Patterns match whole paths there, and mind case: (?i)<path>.* keeps the behaviour, where the path was meant as it is written a plain prefix does better.',
    replacement:
      'HTTPRoute rules[].matches[].path.type RegularExpression, or PathPrefix',
    since: 'v1.2.1',
    sources: ['beforeYouMigrate', 'ingress2gateway'],
  },
};

const exactly: EffectFacts = {
  all: {
    outcome: 'changes-behaviour',
    reason:
      'Exact is exact there: requests for longer paths, or in other case, are no longer answered.',
    replacement: 'HTTPRoute rules[].matches[].path.type',
    since: 'v1.2.1',
    sources: ['beforeYouMigrate', 'httpRouteTypes'],
  },
};

const order: EffectFacts = {
  all: {
    outcome: 'changes-behaviour',
    reason:
      'NGINX tries the longest pattern first. In which order patterns are tried there is up to the implementation: check those that overlap.',
    replacement: 'HTTPRoute rules[]',
    since: 'v1.2.1',
    sources: ['nginxPathMatching', 'httpRouteTypes'],
  },
};

const slash: EffectFacts = {
  all: {
    outcome: 'changes-behaviour',
    reason:
      'Without the slash there is 404 there, unless a rule of its own redirects.',
    replacement: 'HTTPRoute rules[].filters[].requestRedirect',
    since: 'v1.2.1',
    sources: ['beforeYouMigrate'],
  },
};

/** What becomes of paths: patterns that nobody wrote, and a redirect for the slash at the end. */
export function* pathEffects(input: EffectInput): Iterable<InheritedEffect> {
  const { ingress, values, aksVersion } = input;
  const own = regexAnnotation(values);
  const patterns: IngressPath[] = [];
  for (const [host, share] of input.hosts) {
    const ofHost = input.paths.filter(path => path.host === host);
    const foreign = own === undefined ? share.regexBesides(ingress) : undefined;
    if (own !== undefined || foreign !== undefined) {
      patterns.push(...ofHost);
    }
    if (foreign !== undefined) {
      yield effect(input, {
        id: 'host-wide-regex',
        message: `Another Ingress of ${hostName(
          host,
        )} makes patterns of all its paths, those of this one too: they match as prefixes, without regard to case.`,
        evidence: [foreignEvidence(input, foreign)],
        targets: effectTargets(asPattern, aksVersion),
      });
    }
  }
  if (own?.name === 'rewrite-target') {
    yield effect(input, {
      id: 'implied-regex',
      message:
        'rewrite-target makes patterns of the paths, here and in other Ingresses of the host: they match as prefixes, without regard to case.',
      evidence: [
        annotationEvidence(input, {
          object: ingress,
          ...own,
          meaning: 'It turns paths into patterns.',
        }),
      ],
      targets: effectTargets(asPattern, aksVersion),
    });
  }
  if (patterns.length === 0) {
    yield* trailingSlash(input, input.paths);
    return;
  }
  yield* exactPaths(input, patterns);
  yield* patternOrder(input, patterns);
  const matched = new Set(patterns);
  yield* trailingSlash(
    input,
    input.paths.filter(path => !matched.has(path)),
  );
}

function* exactPaths(
  input: EffectInput,
  patterns: readonly IngressPath[],
): Iterable<InheritedEffect> {
  const exact = patterns.filter(({ pathType }) => pathType === 'Exact');
  if (exact.length > 0) {
    yield effect(input, {
      id: 'exact-not-exact',
      message:
        'Paths of type Exact are patterns here: they match longer paths too, and in any case.',
      evidence: exact.map(({ path, field }) =>
        objectEvidence({
          object: input.ingress,
          field: `${field}.pathType`,
          value: `Exact (${path})`,
          meaning: 'It is matched as a pattern.',
        }),
      ),
      targets: effectTargets(exactly, input.aksVersion),
    });
  }
}

function* patternOrder(
  input: EffectInput,
  patterns: readonly IngressPath[],
): Iterable<InheritedEffect> {
  const perHost = new Map<string, number>();
  for (const { host } of patterns) {
    perHost.set(host, (perHost.get(host) ?? 0) + 1);
  }
  const several = patterns.filter(({ host }) => perHost.get(host)! > 1);
  if (several.length > 0) {
    yield effect(input, {
      id: 'pattern-order',
      message:
        'Several patterns of one host are tried by their length, the longest first.',
      evidence: several.slice(0, 5).map(({ path, field }) =>
        objectEvidence({
          object: input.ingress,
          field: `${field}.path`,
          value: path,
          meaning: 'It is matched as a pattern.',
        }),
      ),
      targets: effectTargets(order, input.aksVersion),
    });
  }
}

function* trailingSlash(
  input: EffectInput,
  plain: readonly IngressPath[],
): Iterable<InheritedEffect> {
  const withSlash = plain.filter(
    ({ path, pathType }) =>
      path.length > 1 &&
      path.endsWith('/') &&
      pathType !== 'ImplementationSpecific',
  );
  if (withSlash.length > 0) {
    yield effect(input, {
      id: 'trailing-slash-redirect',
      message:
        'Requests without the slash at the end of a path are redirected to the one with it, with status 301.',
      evidence: withSlash.map(({ path, field }) =>
        objectEvidence({
          object: input.ingress,
          field: `${field}.path`,
          value: path,
          meaning: 'It ends in a slash.',
        }),
      ),
      targets: effectTargets(slash, input.aksVersion),
    });
  }
}

function foreignEvidence(input: EffectInput, foreign: ForeignAnnotation) {
  return annotationEvidence(input, {
    object: foreign.ingress,
    name: foreign.name,
    value: foreign.value,
    meaning: 'It holds for every Ingress of the host.',
  });
}

/** A host as people call it. */
export function hostName(host: string): string {
  return host === '*' ? 'the same default host' : host;
}
