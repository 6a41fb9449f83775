import fc from 'fast-check';
import { readContosoEstate } from './__testUtils__/contosoEstate';
import { analyzeCluster } from './analyzeCluster';
import { ClusterAnalysis } from './model/analysis';
import { Estate } from './model/estate';
import { ClusterObservation, KubernetesObject } from './model/observation';
import { kinds } from './objects/kinds';
import { observedResources } from './objects/observedResources';

const now = new Date('2026-11-22T12:00:00Z');
const { estate, observations } = readContosoEstate();

const observedKinds = Object.values(kinds);

/** Objects that name a kind the engine reads and are arbitrary JSON below that. */
const hostileObject = fc
  .record({
    kind: fc.constantFrom(...observedKinds),
    name: fc.constantFrom('a', 'b', '__proto__', 'constructor'),
    namespace: fc.constantFrom('x', 'y', 'toString'),
    metadata: fc.dictionary(
      fc.constantFrom('labels', 'annotations', 'ownerReferences', 'generation'),
      fc.jsonValue(),
    ),
    spec: specOf(),
    status: specOf(),
  })
  .map(
    ({ kind, name, namespace, metadata, spec, status }) =>
      ({
        apiVersion:
          kind.group === ''
            ? kind.versions[0]
            : `${kind.group}/${kind.versions[0]}`,
        kind: kind.kind,
        metadata: { ...metadata, name, namespace },
        spec,
        status,
      } as unknown as KubernetesObject),
  );

/** A namespace that no cluster of the estate has. */
const stranger = 'stranger';

/** Objects of a namespace of their own whose kinds hold for that namespace only. */
const strangerObject = fc
  .record({
    kind: fc.constantFrom(
      kinds.service,
      kinds.deployment,
      kinds.pod,
      kinds.ingress,
      kinds.httpRoute,
      kinds.networkPolicy,
      kinds.horizontalPodAutoscaler,
      kinds.podDisruptionBudget,
      kinds.endpointSlice,
      kinds.httpProxy,
    ),
    name: fc.constantFrom('a', 'b', 'web', 'nginx'),
    spec: specOf(),
    status: specOf(),
  })
  .map(
    ({ kind, name, spec, status }) =>
      ({
        apiVersion:
          kind.group === ''
            ? kind.versions[0]
            : `${kind.group}/${kind.versions[0]}`,
        kind: kind.kind,
        metadata: { name, namespace: stranger },
        spec,
        status,
      } as unknown as KubernetesObject),
  );

/** JSON with the field names that the engine looks at, so that it gets past the first step. */
function specOf(): fc.Arbitrary<unknown> {
  const key = fc.constantFrom(
    'rules',
    'http',
    'paths',
    'backend',
    'service',
    'name',
    'host',
    'hosts',
    'tls',
    'type',
    'selector',
    'parentRefs',
    'parents',
    'backendRefs',
    'listeners',
    'conditions',
    'loadBalancer',
    'ingress',
    'ip',
    'addresses',
    'value',
    'template',
    'spec',
    'containers',
    'image',
    'args',
    'gateways',
    'controller',
    'controllerName',
    'gatewayClassName',
    'ingressClassName',
    'externalIPs',
    'routes',
    'services',
    'includes',
  );
  return fc.letrec(tie => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('a', 'b', '*', '10.0.0.1', '203.0.113.9', 'nginx', null),
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  })).value;
}

function observationOf(objects: unknown[]): ClusterObservation {
  return {
    cluster: 'any',
    coverage: 'complete',
    gaps: [],
    origin: 'api',
    reads: observedResources.map(({ group, resource }) => ({
      group,
      resource,
      state: 'complete',
    })),
    objects: objects as KubernetesObject[],
  };
}

const nothing: Estate = { rows: [], gaps: [], readTypes: [] };

function shuffled<T>(values: readonly T[], seed: number): T[] {
  const keyed = values.map((value, index) => ({
    value,
    key: Math.sin(seed * 1000 + index),
  }));
  return keyed
    .sort((left, right) => left.key - right.key)
    .map(({ value }) => value);
}

describe('analyzeCluster', () => {
  it('never throws on arbitrary JSON, and makes no claim without evidence', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hostileObject, fc.jsonValue()), { maxLength: 12 }),
        objects => {
          const analysis = analyzeCluster(observationOf(objects), nothing, {
            now,
          });
          expect(analysis.cluster.name).toBe('any');
          expect(claimsWithoutEvidence(analysis)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not change its input', () => {
    fc.assert(
      fc.property(fc.array(hostileObject, { maxLength: 8 }), objects => {
        const observation = observationOf(objects);
        const before = JSON.stringify(observation);
        analyzeCluster(observation, nothing, { now });
        expect(JSON.stringify(observation)).toBe(before);
      }),
      { numRuns: 100 },
    );
  });

  it('changes neither the objects nor the rows of an estate', () => {
    const before = JSON.stringify([observations, estate]);
    for (const observation of observations) {
      analyzeCluster(observation, estate, { now });
    }
    expect(JSON.stringify([observations, estate])).toBe(before);
  });

  it('gives the same verdicts in whatever order arbitrary objects come', () => {
    fc.assert(
      fc.property(
        fc.array(hostileObject, { maxLength: 10 }),
        fc.integer({ min: 1, max: 1000 }),
        (objects, seed) => {
          const analyze = (ordered: KubernetesObject[]) =>
            analyzeCluster(observationOf(ordered), nothing, { now });
          expect(analyze(shuffled(objects, seed))).toEqual(analyze(objects));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives nobody another verdict because of objects that have nothing to do with them', () => {
    const before = observations.map(observation =>
      analyzeCluster(observation, estate, { now }),
    );
    fc.assert(
      fc.property(
        fc.nat(observations.length - 1),
        fc.array(strangerObject, { minLength: 1, maxLength: 6 }),
        (at, strangers) => {
          const observation = observations[at];
          const after = analyzeCluster(
            {
              ...observation,
              objects: [...observation.objects, ...strangers],
            },
            estate,
            { now },
          );
          expect(
            after.services.filter(({ namespace }) => namespace !== stranger),
          ).toEqual(before[at].services);
          expect(
            after.orphans.filter(
              ({ resource }) => resource.namespace !== stranger,
            ),
          ).toEqual(before[at].orphans);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('moves towards unknown, never towards safe, when a list is cut short', () => {
    const whole = observations.map(observation =>
      analyzeCluster(observation, estate, { now }),
    );
    fc.assert(
      fc.property(
        fc.nat(observations.length - 1),
        fc.nat(),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 16 }),
        (at, pick, keep) => {
          const observation = observations[at];
          const { reads, objects } = observation;
          const cut = reads[pick % reads.length];
          let place = 0;
          const less = analyzeCluster(
            {
              ...observation,
              reads: reads.map(read =>
                read === cut ? { ...read, state: 'partial' } : read,
              ),
              objects: objects.filter(
                object =>
                  !isOf(object, cut) || keep[(place++, place) % keep.length],
              ),
            },
            estate,
            { now },
          );
          expect(saferServices(whole[at], less, cut.resource)).toEqual([]);
        },
      ),
      { numRuns: 80 },
    );
  });

  it.each(observations.map(observation => [observation.cluster, observation]))(
    'gives %s the same verdicts in whatever order its objects and rows come',
    (_name, value) => {
      const observation = value as ClusterObservation;
      const expected = analyzeCluster(observation, estate, { now });
      for (const seed of [1, 2, 3]) {
        expect(
          analyzeCluster(
            { ...observation, objects: shuffled(observation.objects, seed) },
            { ...estate, rows: shuffled(estate.rows, seed) },
            { now },
          ),
        ).toEqual(expected);
      }
    },
  );

  it('moves towards unknown, never towards safe, when resources cannot be read', () => {
    for (const observation of observations) {
      const whole = analyzeCluster(observation, estate, { now });
      for (const read of observation.reads) {
        const less = analyzeCluster(
          {
            ...observation,
            reads: observation.reads.map(each =>
              each === read ? { ...each, state: 'forbidden' } : each,
            ),
            objects: observation.objects.filter(object => !isOf(object, read)),
          },
          estate,
          { now },
        );
        expect(saferServices(whole, less, read.resource)).toEqual([]);
        expect(saferAssessments(whole, less, read.resource)).toEqual([]);
      }
    }
  });

  it('moves towards unknown, never towards safe, when a field of a row is missing', () => {
    const whole = observations.map(observation =>
      analyzeCluster(observation, estate, { now }),
    );
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (pick, pickKey) => {
        const row = estate.rows[pick % estate.rows.length];
        const keys = Object.keys(row.properties ?? {}).sort();
        const key = keys[pickKey % Math.max(keys.length, 1)];
        const { [key]: _left, ...properties } = (row.properties ??
          {}) as Record<string, unknown>;
        const poorer: Estate = {
          ...estate,
          rows: estate.rows.map(each =>
            each === row ? { ...row, properties } : each,
          ),
        };
        const safer = observations.flatMap((observation, at) =>
          saferServices(
            whole[at],
            analyzeCluster(observation, poorer, { now }),
            `${key} of ${row.id}`,
          ),
        );
        expect(safer).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('moves towards unknown, never towards safe, when rows of a type cannot be read', () => {
    const types = [...new Set(estate.rows.map(({ type }) => type))];
    for (const missing of [...types, 'everything']) {
      const left = estate.rows.filter(
        ({ type }) => type !== missing && missing !== 'everything',
      );
      const poorer: Estate = {
        rows: left,
        gaps: [],
        readTypes: [...new Set(left.map(({ type }) => type.toLowerCase()))],
      };
      for (const observation of observations) {
        const whole = analyzeCluster(observation, estate, { now });
        const less = analyzeCluster(observation, poorer, { now });
        expect(saferServices(whole, less, missing)).toEqual([]);
        expect(saferAssessments(whole, less, missing)).toEqual([]);
      }
    }
  });
});

/** Whether an object is one of those that a list brings. */
function isOf(
  object: KubernetesObject,
  list: { group: string; resource: string },
): boolean {
  const kind = observedKinds.find(
    each => each.group === list.group && each.resource === list.resource,
  )!;
  return (
    object.kind === kind.kind &&
    (kind.group === ''
      ? !object.apiVersion.includes('/')
      : object.apiVersion.startsWith(`${kind.group}/`))
  );
}

/** Entry points, ways out, controllers and findings that nothing proves. */
function claimsWithoutEvidence({
  cluster,
  services,
  orphans,
}: ClusterAnalysis) {
  return [
    ...cluster.controllers,
    ...cluster.findings,
    ...services.flatMap(({ entryPoints, egress, findings }) => [
      ...entryPoints,
      ...egress,
      ...findings,
    ]),
    ...orphans.flatMap(({ findings }) => findings),
  ].filter(({ evidence }) => evidence.length === 0);
}

/** Services that look safer with less knowledge. */
function saferServices(
  whole: ClusterAnalysis,
  less: ClusterAnalysis,
  missing: string,
): string[] {
  const before = new Map(
    whole.services.map(service => [
      `${service.namespace}/${service.service}`,
      service,
    ]),
  );
  return less.services
    .filter(service => {
      const known = before.get(`${service.namespace}/${service.service}`)!;
      return (
        isSafer(service.exposure, known.exposure) ||
        (service.risk === 'none' && known.risk !== 'none')
      );
    })
    .map(
      ({ cluster, namespace, service, exposure, risk }) =>
        `${cluster} ${namespace}/${service} is ${exposure}, ${risk} without ${missing}`,
    );
}

/** Services whose score is smaller, or that have more targets, with less knowledge. */
function saferAssessments(
  whole: ClusterAnalysis,
  less: ClusterAnalysis,
  missing: string,
): string[] {
  const before = new Map(
    whole.assessments.map(each => [`${each.namespace}/${each.service}`, each]),
  );
  return less.assessments.flatMap(after => {
    const known = before.get(`${after.namespace}/${after.service}`)!;
    const name = `${after.cluster} ${after.namespace}/${after.service}`;
    return [
      after.score !== undefined && after.score < (known.score ?? 1)
        ? `${name} has score ${after.score}, not ${known.score}, without ${missing}`
        : [],
      after.targets.flatMap(option =>
        option.eligible === true &&
        known.targets.some(
          ({ target, eligible }) =>
            target === option.target && eligible !== true,
        )
          ? `${name} can move to ${option.target} without ${missing}`
          : [],
      ),
    ].flat();
  });
}

const widestFirst = [
  'public',
  'private-link',
  'internal',
  'node-port',
  'pending',
  'cluster-only',
];

function isSafer(after: string, before: string): boolean {
  return (
    after !== 'unknown' &&
    before !== 'unknown' &&
    widestFirst.indexOf(after) > widestFirst.indexOf(before)
  );
}
