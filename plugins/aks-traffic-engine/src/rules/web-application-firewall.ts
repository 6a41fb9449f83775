import { EntryPoint, IngressSystem } from 'backstage-plugin-aks-traffic-common';
import { AssessmentInput } from '../model/stages';
import { absent, objectEvidence } from '../objects/evidence';
import { kinds } from '../objects/kinds';
import { createRule } from './createRule';
import { publicHttpEntries } from './httpEntries';
import { limitsSources } from './limitsSources';
import { listed } from './messageText';
import { serviceReference } from './serviceReference';

/** Systems of which it is known where a firewall would show. Others may have one by means that are not read. */
const judged: ReadonlySet<IngressSystem> = new Set<IngressSystem>([
  'app-routing-nginx',
  'app-routing-gateway-api',
  'istio',
  'application-gateway-for-containers',
  'application-gateway-ingress-controller',
]);

/** Services that the internet reaches by HTTP without a firewall that looks into requests. */
export const webApplicationFirewall = createRule(
  {
    id: 'web-application-firewall',
    description:
      'HTTP from the internet reaches a Service without a web application firewall that can be seen on the path.',
    remediation: {
      summary:
        'Put a web application firewall on the path, where attacks have to be expected.',
      actions: [
        'On Application Gateway for Containers, attach a policy by a WebApplicationFirewallPolicy; on Application Gateway, use tier WAF_v2 with a policy.',
        'In front of gateways inside the cluster, use Front Door Premium over Private Link with a policy, and make the gateway internal.',
        'Where a firewall is in front already, limit the sources of the gateway to it.',
      ],
    },
  },
  {
    *service(service, input) {
      const bare = publicHttpEntries(service).filter(
        entry => judgement(entry, input) === 'none',
      );
      if (bare.length > 0) {
        const hosts = [...new Set(bare.flatMap(entry => entry.hosts))];
        yield {
          situation: 'found',
          subject: serviceReference(service),
          message: `The internet reaches ${
            hosts.length > 0 ? listed(hosts) : 'this Service'
          } without a web application firewall that can be seen. Put one on the path, or limit the sources.`,
          evidence: bare.map(entry =>
            objectEvidence({
              object: entry.resource,
              field: 'web application firewall',
              value: absent,
              meaning: `Public at ${
                entry.addresses.join(', ') || 'an address of its gateway'
              }, open to everybody; the gateway has no policy for it`,
            }),
          ),
        };
      }
    },
    leavesOpen: (service, input) =>
      publicHttpEntries(service).some(
        entry => judgement(entry, input) === 'unknown',
      ),
  },
);

/** Front Door in front does not count: as long as everybody may connect, it can be passed by. */
function judgement(
  { capabilities, system }: EntryPoint,
  { index }: AssessmentInput,
): 'guarded' | 'none' | 'unknown' {
  if (
    !judged.has(system) ||
    capabilities.wafPolicy !== undefined ||
    limitsSources(capabilities)
  ) {
    return 'guarded';
  }
  if (system === 'application-gateway-ingress-controller') {
    return capabilities.applicationGateway === undefined ? 'unknown' : 'none';
  }
  return system !== 'application-gateway-for-containers' ||
    index.provesAbsence(kinds.webApplicationFirewallPolicy)
    ? 'none'
    : 'unknown';
}
