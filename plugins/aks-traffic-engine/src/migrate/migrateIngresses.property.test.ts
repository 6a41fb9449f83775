import fc from 'fast-check';
import { parseAllDocuments, stringify } from 'yaml';
import { KubernetesObject } from '../model/observation';
import { ingresses, options } from './__testUtils__/arbitraries';
import { migrateIngresses } from './migrateIngresses';
import { migrationGuide } from './report/migrationGuide';

function serviceOf(place: { namespace?: string; name: string }): string {
  return `of-${place.namespace}-${place.name}`;
}

describe('migrateIngresses, for any Ingresses,', () => {
  it('serves every host and path, or names it with a reason', () => {
    fc.assert(
      fc.property(ingresses, options, (objects, given) => {
        const { paths, objects: made } = migrateIngresses({
          objects: objects as KubernetesObject[],
          ...given,
        });
        const wanted = objects.flatMap(({ spec }) =>
          spec.rules.flatMap(({ http }) => http.paths),
        );
        const names = new Set(
          made.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
        );

        expect(paths).toHaveLength(wanted.length);
        for (const { route, reason } of paths) {
          expect(route === undefined).toBe(reason !== undefined);
          expect(
            route === undefined || names.has(`${route.kind} ${route.name}`),
          ).toBe(true);
        }
      }),
    );
  });

  it('leads to no Service of an Ingress that keeps callers out, unless it is asked to', () => {
    fc.assert(
      fc.property(ingresses, options, (objects, given) => {
        const own = objects.map(object => ({
          ...object,
          spec: {
            ...object.spec,
            rules: object.spec.rules.map(({ host, http }) => ({
              host,
              http: {
                paths: http.paths.map(each => ({
                  ...each,
                  backend: {
                    service: {
                      name: serviceOf(object.metadata),
                      port: { number: 80 },
                    },
                  },
                })),
              },
            })),
          },
        }));
        const { openings, objects: made } = migrateIngresses({
          objects: own as KubernetesObject[],
          ...given,
          allowOpen: false,
        });
        const routes = JSON.stringify(
          made.filter(({ kind }) => kind === 'HTTPRoute'),
        );

        for (const { object } of openings) {
          expect(routes).not.toContain(`"${serviceOf(object)}"`);
        }
      }),
    );
  });

  it('gives each annotation a verdict and a note', () => {
    fc.assert(
      fc.property(ingresses, options, (objects, given) => {
        const { annotations: verdicts, notes } = migrateIngresses({
          objects: objects as KubernetesObject[],
          ...given,
        });
        const keys = objects.flatMap(({ metadata }) =>
          Object.keys(metadata.annotations).map(key => ({ metadata, key })),
        );
        const isOfNginx = (key: string) =>
          key.startsWith('nginx.ingress.kubernetes.io/');
        const wanted = keys.map(({ key }) => key).filter(isOfNginx);
        for (const { metadata, key } of keys) {
          expect(
            notes.filter(
              ({ about, object }) =>
                object.name === metadata.name &&
                object.namespace === metadata.namespace &&
                about === (isOfNginx(key) ? key.slice(28) : key),
            ).length,
          ).toBeGreaterThan(0);
        }

        expect(verdicts.map(({ key }) => key).sort()).toEqual(wanted.sort());
        for (const { object, name: about } of verdicts) {
          expect(
            notes.some(
              note =>
                note.about === about &&
                note.object.name === object.name &&
                note.object.namespace === object.namespace,
            ),
          ).toBe(true);
        }
      }),
    );
  });

  it('writes objects that parse, with names of their own, none with too many rules', () => {
    fc.assert(
      fc.property(ingresses, options, (objects, given) => {
        const { objects: made } = migrateIngresses({
          objects: objects as KubernetesObject[],
          ...given,
        });
        const read = parseAllDocuments(
          made.map(object => stringify(object)).join('---\n'),
        );
        const keys = made.map(({ apiVersion, kind, metadata }) =>
          [apiVersion, kind, metadata.namespace, metadata.name].join(' '),
        );

        expect(
          Array.isArray(read) ? read.map(document => document.toJS()) : [],
        ).toEqual(made);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { metadata, spec, kind } of made) {
          expect(metadata.name.length).toBeLessThanOrEqual(63);
          expect(metadata.name).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
          expect(
            kind === 'HTTPRoute' ? (spec as { rules: [] }).rules.length : 0,
          ).toBeLessThanOrEqual(16);
        }
      }),
    );
  });

  it('does not depend on their order, and changes none of them', () => {
    fc.assert(
      fc.property(ingresses, options, (objects, given) => {
        const before = JSON.stringify(objects);
        const one = migrateIngresses({
          objects: objects as KubernetesObject[],
          ...given,
        });
        const other = migrateIngresses({
          objects: [...objects].reverse() as KubernetesObject[],
          ...given,
        });

        expect(other).toEqual(one);
        expect(JSON.stringify(objects)).toBe(before);
      }),
    );
  });

  it('never throws, whatever JSON an Ingress is', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.jsonValue(),
        options,
        (spec, meta, given) => {
          const object = {
            apiVersion: 'networking.k8s.io/v1',
            kind: 'Ingress',
            metadata: { ...(meta as object), name: 'x' },
            spec,
          };
          expect(
            typeof migrationGuide(
              migrateIngresses({
                objects: [object as unknown as KubernetesObject],
                ...given,
              }),
            ),
          ).toBe('string');
        },
      ),
    );
  });
});
