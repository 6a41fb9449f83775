import { Waiver } from 'backstage-plugin-aks-traffic-common';
import { places } from './estate';
import type { Ask } from './startBackend';

/** The rules of which every Service of the estate has a finding. */
const wantedRule = 'public-without-tls';
const standingRule = 'ingress-nginx-retirement';

/** A waiver that has not been made yet; the Service's team answers for it. */
export function waiverOf(service: string, ruleId: string = wantedRule) {
  const { cluster, namespace } = places.find(each => each.service === service)!;
  return {
    cluster,
    namespace,
    service,
    ruleId,
    reason: 'The gateway in front does it.',
    owner: `group:default/${
      namespace === 'books' ? 'team-books' : 'team-shop'
    }`,
    expiresAt: new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString(),
  };
}

/**
 * Takes back what was waived, and sees to it that there is one waiver for each Service that a component claims.
 *
 * @returns the ids of these, by Service.
 */
export async function standingWaivers(ask: Ask): Promise<Map<string, string>> {
  const { body } = await ask('service', 'get', '/v1/waivers?state=active');
  const standing = new Map<string, string>();
  for (const { id, ruleId, service } of body.items as Waiver[]) {
    if (ruleId === standingRule) {
      standing.set(service, id);
    } else {
      await ask('service', 'delete', `/v1/waivers/${id}`).expect(200);
    }
  }
  for (const { service, component } of places) {
    if (component && !standing.has(service)) {
      const made = await ask(
        'service',
        'post',
        '/v1/waivers',
        waiverOf(service, standingRule),
      ).expect(201);
      standing.set(service, made.body.id);
    }
  }
  return standing;
}
