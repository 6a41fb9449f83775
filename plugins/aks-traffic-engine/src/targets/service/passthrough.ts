import {
  MigrationTarget,
  TargetRequirement,
} from 'backstage-plugin-aks-traffic-common';
import { isAtLeastVersion } from '../../annotations/gatewayApiBundles';
import { verdictEvidence } from '../../annotations/verdictEvidence';
import { ClusterFacts } from '../ClusterFacts';
import { requirement } from '../requirement';
import { firstTlsRouteVersion } from '../targetFacts';
import { MoveRequirement } from './Move';

type Answer = Pick<TargetRequirement, 'met' | 'message'> & {
  source: Parameters<typeof requirement>[0]['source'];
};

const answers: Record<MigrationTarget, (facts: ClusterFacts) => Answer> = {
  'application-gateway-for-containers': () => ({
    met: false,
    message:
      'It ends TLS itself and passes nothing on unopened, as the service has it today.',
    source: 'ingressConcepts',
  }),
  'app-routing-gateway-api': ({ managedCluster }) => {
    const version = managedCluster?.kubernetesVersion;
    const hasRoute =
      version === undefined
        ? undefined
        : isAtLeastVersion(version, firstTlsRouteVersion);
    return {
      met: hasRoute === false ? false : 'unknown',
      message: `Passing TLS on unopened, as the service has it today, takes TLSRoute, which the managed Gateway API has from AKS ${firstTlsRouteVersion} on${
        version === undefined
          ? '; the version of the cluster was not read'
          : `; the cluster has ${version}`
      }. Whether the add-on supports it is not settled: its documentation no longer says that it does not.`,
      source: 'appRoutingGatewayApi',
    };
  },
  istio: () => ({
    met: true,
    message:
      "It can pass TLS on unopened, as the service has it today: by a Gateway of Istio's own API with mode PASSTHROUGH, or by TLSRoute.",
    source: 'istioIngress',
  }),
};

/** TLS that the service ends itself. */
export const passthrough: MoveRequirement = (
  { entries, annotations },
  target,
  facts,
) => {
  const asked = annotations.filter(
    ({ name, value, effective }) =>
      name === 'ssl-passthrough' &&
      effective !== false &&
      value?.trim().toLowerCase() === 'true',
  );
  const passed = entries.filter(({ tls }) => tls === 'passthrough');
  if (asked.length === 0 && passed.length === 0) {
    return undefined;
  }
  const { met, message, source } = answers[target](facts);
  const isCertain = passed.length > 0;
  return requirement({
    id: 'tls-passthrough',
    met: met === false && !isCertain ? 'unknown' : met,
    message: isCertain
      ? message
      : `${message} Whether the controller does so was not read.`,
    evidence:
      asked.length > 0
        ? asked.map(verdict =>
            verdictEvidence(verdict, 'TLS is passed on unopened'),
          )
        : passed.flatMap(({ evidence }) => evidence),
    source,
  });
};
