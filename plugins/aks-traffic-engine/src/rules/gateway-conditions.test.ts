import { KubernetesObject } from '../model/observation';
import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { gatewayConditions as rule } from './gateway-conditions';

const apiVersion = 'gateway.networking.k8s.io/v1';
const refused = [
  { type: 'ResolvedRefs', status: 'False', reason: 'InvalidCertificateRef' },
];
const fine = [{ type: 'Accepted', status: 'True', reason: 'Accepted' }];

function gateway(status: Record<string, unknown>): KubernetesObject {
  return {
    apiVersion,
    kind: 'Gateway',
    metadata: { name: 'edge', namespace: 'infra' },
    status,
  };
}

const resource = {
  apiVersion,
  kind: 'HTTPRoute',
  namespace: 'shop',
  name: 'web',
};

function routeFindings(parents: unknown[], attached: boolean) {
  return serviceFindings(
    rule,
    ruleInput({
      objects: [
        {
          apiVersion,
          kind: 'HTTPRoute',
          metadata: { name: 'web', namespace: 'shop' },
          status: { parents },
        },
      ],
      services: [
        serviceDraft({ entryPoints: [entryPoint({ resource, attached })] }),
      ],
    }),
  );
}

describe('gateway-conditions', () => {
  it('finds a listener that is refused, with the reason', () => {
    const [finding] = rule.cluster(
      ruleInput({
        objects: [
          gateway({
            conditions: fine,
            listeners: [{ name: 'https', conditions: refused }],
          }),
        ],
      }),
    );
    expect(finding).toMatchObject({
      severity: 'medium',
      evidence: [
        {
          field: 'status.listeners[https].conditions[ResolvedRefs]',
          value: 'False (InvalidCertificateRef)',
        },
      ],
    });
  });

  it('has nothing to say about a Gateway in order, nor one nobody has looked at yet', () => {
    expect(
      rule.cluster(
        ruleInput({ objects: [gateway({ conditions: fine }), gateway({})] }),
      ),
    ).toEqual([]);
  });

  it('tells the Service about a route that works in part', () => {
    expect(
      routeFindings([{ conditions: fine }, { conditions: refused }], true),
    ).toMatchObject([{ subject: { kind: 'HTTPRoute' } }]);
    expect(routeFindings([{ conditions: fine }], true)).toEqual([]);
  });

  it('leaves routes that do not work at all to another rule', () => {
    expect(routeFindings([{ conditions: refused }], false)).toEqual([]);
  });
});
