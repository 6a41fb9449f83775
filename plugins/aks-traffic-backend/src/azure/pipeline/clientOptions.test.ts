import { Agent } from 'node:https';
import { rootCertificates } from 'node:tls';
import { createPipelineRequest } from '@azure/core-rest-pipeline';
import { clientOptions } from './clientOptions';

/** The agents that requests are given by the policies of some options. */
async function agentsOf(caData: string | undefined): Promise<Agent[]> {
  const { additionalPolicies } = clientOptions({ caData });
  const agents: Agent[] = [];
  for (const { policy } of additionalPolicies) {
    const request = createPipelineRequest({ url: 'https://azure.example' });
    await policy.sendRequest(request, async () => ({
      request,
      status: 200,
      headers: request.headers,
    }));
    agents.push(...(request.agent ? [request.agent as Agent] : []));
  }
  return agents;
}

describe('clientOptions', () => {
  it('leave connections to the SDK where no authority is configured', async () => {
    expect(await agentsOf(undefined)).toEqual([]);
  });

  it('keep connections by names that do not hold all authorities', async () => {
    const [agent] = await agentsOf(rootCertificates[0]);
    const name = (
      agent as Agent & { getName(options: object): string }
    ).getName({ host: 'azure.example', port: 443, ...agent.options });

    expect(agent.options.keepAlive).toBe(true);
    expect(name).toMatch(/^azure\.example:443:/);
    expect(name).not.toContain('CERTIFICATE');
  });
});
