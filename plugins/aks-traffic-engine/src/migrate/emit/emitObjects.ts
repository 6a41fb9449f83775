import { KubernetesObject } from '../../model/observation';
import { HostPlan } from '../ingress/hostPlans';
import { EmitContext } from './EmitContext';
import { gatewayFor, hostsOfGateway } from './gateways';
import { noPassthroughBecause, passthroughRoute } from './passthroughRoute';
import { affinityPolicies } from './policies/affinity';
import { backendTlsPolicies } from './policies/backendTls';
import { connectTimeouts } from './policies/connectTimeouts';
import { healthCheckPolicies } from './policies/healthChecks';
import { mergeDestinationRules } from './policies/mergeDestinationRules';
import { sourceRangePolicies } from './policies/sourceRanges';
import { referenceGrants } from './referenceGrants';
import { EmittedRoute, routesFor } from './routes';

/** The objects of the new side, in an order in which they can be applied, and the routes among them with their rules. */
export function emitObjects(
  plans: readonly HostPlan[],
  context: EmitContext,
): { objects: KubernetesObject[]; routes: EmittedRoute[] } {
  const served = plans.filter(plan => isServed(plan, context));
  if (served.length === 0) {
    return { objects: [], routes: [] };
  }
  sayWhatTheGatewayLacks(served, context);
  const objects: KubernetesObject[] = [];
  const routes: EmittedRoute[] = [];
  for (let part = 0; part * hostsOfGateway < served.length; part += 1) {
    const ofPart = partContext(part, context);
    const ofGateway = served.slice(
      part * hostsOfGateway,
      (part + 1) * hostsOfGateway,
    );
    const emitted = ofGateway.flatMap(plan =>
      plan.passthrough
        ? passthroughRoute(plan, ofPart)
        : routesFor(plan, ofPart),
    );
    routes.push(...emitted);
    objects.push(
      gatewayFor(ofGateway, ofPart),
      ...referenceGrants(ofGateway, ofPart),
      ...emitted.map(({ object }) => object),
      ...sourceRangePolicies(ofGateway, ofPart),
    );
  }
  return {
    routes,
    objects: [
      ...objects,
      ...healthCheckPolicies(
        served.flatMap(({ rules }) => rules),
        context,
      ),
      ...mergeDestinationRules([
        ...backendTlsPolicies(
          served.flatMap(({ rules }) => rules),
          context,
        ),
        ...affinityPolicies(routes, context),
        ...connectTimeouts(routes, context),
      ]),
    ],
  };
}

function partContext(part: number, context: EmitContext): EmitContext {
  const { gateway } = context;
  return part === 0
    ? context
    : {
        ...context,
        gateway: { ...gateway, name: `${gateway.name}-${part + 1}` },
      };
}

function isServed(plan: HostPlan, context: EmitContext): boolean {
  const { passthrough } = plan;
  const because = passthrough && noPassthroughBecause(plan, context);
  if (passthrough && because !== undefined) {
    context.note(
      passthrough,
      'decide',
      'ssl-passthrough',
      `${
        plan.host ?? 'Any host'
      } is left out, because its TLS is to be passed on. ${because} End TLS at the Gateway, or expose the Service by a load balancer of its own.`,
    );
    return false;
  }
  return true;
}

function sayWhatTheGatewayLacks(
  plans: readonly HostPlan[],
  context: EmitContext,
): void {
  const { target, internal, isReachStated, loadBalancer } = context;
  const [source] = plans[0].rules.map(rule => rule.source);
  if (plans.length > hostsOfGateway) {
    context.note(
      source,
      'check',
      'gateway',
      `A Gateway takes 64 listeners, so the ${plans.length} hosts are divided among several, each with an address of its own.`,
    );
  }
  sayHowPathsAreCleaned(plans, context);
  if (!isReachStated) {
    context.note(
      source,
      'decide',
      'exposure',
      `Nothing that was read says how far the Ingresses reach today, and what is unknown or pending counts as that: the Gateway gets a public address. Before anything is applied, ${
        target === 'application-gateway-for-containers'
          ? 'choose another target'
          : 'ask for a private one'
      } if the internet must not reach it.`,
    );
  }
  if (target === 'application-gateway-for-containers') {
    if (!loadBalancer) {
      context.note(
        source,
        'decide',
        'gateway',
        'Name the ApplicationLoadBalancer that is to serve the Gateway by the annotations alb.networking.azure.io/alb-name and alb-namespace, or your own resource by alb-id.',
      );
    }
    if (internal) {
      context.note(
        source,
        'decide',
        'gateway',
        'The frontends of Application Gateway for Containers are public in what the documentation says; a private address needs another target.',
      );
    }
  }
  for (const { certificate, rules } of plans) {
    if (certificate && 'keyVaultUri' in certificate) {
      sayHowKeyVaultIsRead(certificate, rules[0].source, context);
    }
  }
}

/**
 * What NGINX makes of a path before it looks for a rule. Sources: nginx ngx_http_core_module, `merge_slashes` (on by
 * default); Istio, Authorization Policy Normalization (BASE by default, which leaves slashes alone).
 */
function sayHowPathsAreCleaned(
  plans: readonly HostPlan[],
  context: EmitContext,
): void {
  const rule = plans
    .filter(({ passthrough }) => passthrough === undefined)
    .flatMap(({ rules }) => rules)
    .find(({ source, path }) => source.served.isNginx && path.path !== '/');
  if (rule) {
    context.note(
      rule.source,
      'check',
      'normalisation',
      `NGINX makes one slash of several and resolves . and .. before it looks for a path, so that it serves //api and /x/../api as /api. ${
        context.target === 'application-gateway-for-containers'
          ? 'What Application Gateway for Containers does is not in its documentation'
          : 'Istio resolves . and .. and leaves // as it is, unless the mesh says otherwise'
      }: such a request may find another route or none. Test with the paths that your clients send.`,
    );
  }
}

function sayHowKeyVaultIsRead(
  certificate: { serviceAccount?: string },
  source: HostPlan['rules'][number]['source'],
  context: EmitContext,
): void {
  context.note(
    source,
    'decide',
    'tls-cert-keyvault-uri',
    howKeyVaultIsRead(certificate, context),
  );
}

function howKeyVaultIsRead(
  { serviceAccount }: { serviceAccount?: string },
  { target }: EmitContext,
): string {
  if (target === 'application-gateway-for-containers') {
    return 'Application Gateway for Containers takes certificates from Secrets: bring the one of the Key Vault into a Secret by the Secrets Store CSI driver, and name it in the listener.';
  }
  return serviceAccount === undefined
    ? 'The listener reads the certificate of the Key Vault with the workload identity of a service account: name it by the option kubernetes.azure.com/tls-cert-service-account, and give that identity the role Key Vault Secrets User.'
    : 'Give the identity of the service account the role Key Vault Secrets User: NGINX read the certificate with the identity of the add-on.';
}
