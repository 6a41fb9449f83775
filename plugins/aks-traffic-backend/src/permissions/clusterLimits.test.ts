import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import { aksTrafficReadPermission } from 'backstage-plugin-aks-traffic-common';
import fc from 'fast-check';
import { criteria, ruleset } from '../__testUtils__/criteria';
import { seesAllClusters, seesCluster } from './clusterLimits';
import { createAksTrafficConditionalDecision } from './conditionExports';
import { ServiceCondition, ServiceResource } from './serviceResource';

type Conditions = PermissionCriteria<ServiceCondition>;

const inAlpha: Conditions = { field: 'cluster', values: ['alpha'] };
const owned: Conditions = { field: 'owner', values: ['group:default/a'] };

const toConditions = createConditionTransformer(ruleset as any);
const accepts = createConditionAuthorizer(ruleset as any);

/** Services of every kind that rules can tell apart. */
const resourcesOf = (cluster: string): ServiceResource[] =>
  ['shop', 'pay', 'other'].flatMap(namespace =>
    [[], ['group:default/a'], ['group:default/b'], ['group:default/c']].map(
      owners => ({
        cluster,
        namespace,
        service: 'web',
        entities: owners.map(() => 'component:default/web'),
        owners,
      }),
    ),
  );

describe('seesCluster', () => {
  it.each<[string, Conditions | undefined, boolean, boolean]>([
    ['nothing', undefined, true, true],
    ['a cluster', inAlpha, true, false],
    ['any other cluster', { not: inAlpha }, false, true],
    ['an owner', owned, true, true],
    ['no owner', { not: owned }, true, true],
    ['a cluster and an owner', { allOf: [inAlpha, owned] }, true, false],
    ['a cluster or an owner', { anyOf: [inAlpha, owned] }, true, true],
    [
      'neither a cluster nor an owner',
      { not: { anyOf: [inAlpha, owned] } },
      false,
      true,
    ],
    [
      'not both a cluster and an owner',
      { not: { allOf: [inAlpha, owned] } },
      true,
      true,
    ],
  ])(
    'knows what is left where %s is demanded',
    (_, conditions, alpha, beta) => {
      expect(seesCluster(conditions, 'alpha')).toBe(alpha);
      expect(seesCluster(conditions, 'beta')).toBe(beta);
      expect(seesAllClusters(conditions)).toBe(alpha && beta);
    },
  );

  it('hides no cluster with a Service that the caller may see, however rules are combined', () => {
    fc.assert(
      fc.property(
        criteria,
        fc.constantFrom('alpha', 'beta', 'gamma'),
        (demanded, cluster) => {
          const decision = createAksTrafficConditionalDecision(
            aksTrafficReadPermission,
            demanded,
          );
          const conditions = toConditions(demanded) as Conditions;
          const isShown = resourcesOf(cluster).some(resource =>
            accepts(decision, resource),
          );

          expect(seesCluster(conditions, cluster) || !isShown).toBe(true);
          expect(
            seesCluster(conditions, cluster) || !seesAllClusters(conditions),
          ).toBe(true);
        },
      ),
    );
  });
});
