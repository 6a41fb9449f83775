import { schemaProblems } from '../../__testUtils__/schemaProblems';
import { readManifests } from '../../manifests/readManifests';
import { patterns } from '../patterns';
import { PatternInputs } from './PatternInputs';
import { renderPattern } from './renderPattern';

const inputs: Omit<PatternInputs, 'exposure'> = {
  name: 'a-name-with-forty-characters-0123456789a',
  namespace: 'shop',
  image: 'contoso.azurecr.io/shop:1.4.0',
  port: 8080,
  host: '*.shop.contoso.com',
  sourceRanges: ['203.0.113.0/24'],
  meshRevision: 'asm-1-30',
  privateLinkSubnet: 'links',
  applicationLoadBalancer: { namespace: 'alb-infra', name: 'alb' },
  firewallPolicyId:
    '/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/edge/providers/Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/shop',
};

describe('renderPattern', () => {
  it('writes what published schemas take, for every pattern and exposure', () => {
    const objects = patterns.flatMap(({ id, exposures }) =>
      exposures.flatMap(exposure =>
        [
          {},
          {
            certificate: {
              keyVaultUri: 'https://contoso.vault.azure.net/certificates/shop',
              serviceAccount: 'shop',
            },
            healthPath: '/healthz',
            egressHosts: ['api.contoso.com', '*.fabrikam.com'],
          },
        ].flatMap(given =>
          renderPattern(id, { ...inputs, exposure, ...given })
            .filter(({ path }) => path.startsWith('base/'))
            .flatMap(
              ({ path, content }) => readManifests(content, path).objects,
            ),
        ),
      ),
    );

    expect(objects.filter(({ kind }) => kind === 'Gateway')).toHaveLength(12);
    expect(schemaProblems(objects)).toEqual([]);
  });
});
