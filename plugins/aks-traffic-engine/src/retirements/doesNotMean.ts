import { RetirementId } from './retirements';

/** What people take the end of support of a way in for, and what it is not. */
const misreadings: Partial<Record<RetirementId, string>> = {
  'RET-NGINX-UPSTREAM':
    "It does not mean that the controller stops: it goes on serving, without fixes. F5 NGINX Ingress Controller, NGINX Gateway Fabric and Traefik's provider for NGINX annotations are other products, which it does not concern.",
  'RET-NGINX-AKS':
    'It does not mean that traffic stops on that day: whether the add-on is removed or refuses new controllers afterwards was not published. It concerns neither the Gateway API of the same add-on nor its integration of DNS and Key Vault.',
  'RET-HTTPAPPROUTING':
    'It does not concern the application routing add-on, which replaced it and has a similar name.',
  'RET-APPGW-V1':
    'It does not mean that the ingress controller for application gateways is retired: no end of its support was announced. Gateways of tier Standard_v2 and WAF_v2 are not concerned.',
  'RET-BASIC-LB':
    'It does not mean that Services of type LoadBalancer are retired: behind a Standard Load Balancer they stay.',
};

/** What a retirement does not mean, in one or two sentences. */
export function doesNotMean(retirement: {
  id: string;
  doesNotApplyTo: string;
}): string {
  return Object.hasOwn(misreadings, retirement.id)
    ? misreadings[retirement.id as RetirementId]!
    : `It does not apply to this: ${retirement.doesNotApplyTo}.`;
}
