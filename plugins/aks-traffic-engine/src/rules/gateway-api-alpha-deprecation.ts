import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { objectEvidence } from '../objects/evidence';
import { referenceKey } from '../objects/metadata';
import { createRule, Report } from './createRule';
import { nameOf } from './messageText';

const deprecatedVersion = 'gateway.networking.k8s.io/v1alpha2';

/** TLSRoute had the version as well, but it is not what the deprecation is about. */
const deprecatedKinds = new Set(['TCPRoute', 'UDPRoute']);

/** Routes in a version of the Gateway API that is deprecated. */
export const gatewayApiAlphaDeprecation = createRule(
  {
    id: 'gateway-api-alpha-deprecation',
    description:
      'A TCPRoute or UDPRoute is in version v1alpha2 of the Gateway API, which is deprecated.',
    retirement: 'RET-GWAPI-ALPHA',
    remediation: {
      summary: 'Move the route to version v1.',
      actions: [
        'Install a bundle of the Gateway API from 1.6.0 on, which has both kinds as v1, and a gateway implementation that reads it.',
        'Change apiVersion of the route to gateway.networking.k8s.io/v1.',
        'On AKS the managed definitions of the Gateway API have neither kind: a Service of type LoadBalancer does without.',
      ],
    },
  },
  {
    *service({ entryPoints }) {
      const routes = new Map(
        entryPoints
          .filter(({ resource }) => isDeprecated(resource))
          .map(({ resource }) => [referenceKey(resource), resource]),
      );
      for (const route of routes.values()) {
        yield* reportOn(route);
      }
    },
    orphan: ({ resource }) => reportOn(resource),
  },
);

function isDeprecated({ apiVersion, kind }: ObjectRef): boolean {
  return apiVersion === deprecatedVersion && deprecatedKinds.has(kind);
}

function* reportOn(route: ObjectRef): Iterable<Report<'found'>> {
  if (isDeprecated(route)) {
    yield {
      situation: 'found',
      subject: route,
      message: `${nameOf(
        route,
      )} is in version v1alpha2, which Gateway API 1.6.0 deprecates. No date of removal was announced; move it to v1.`,
      evidence: [
        objectEvidence({
          object: route,
          field: 'apiVersion',
          value: route.apiVersion,
          meaning: 'The version that is deprecated',
        }),
      ],
    };
  }
}
