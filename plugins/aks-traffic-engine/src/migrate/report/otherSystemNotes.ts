import { gatewayProbePrefix } from '../ingress/gatewayProbe';
import { IngressSource } from '../ingress/IngressSource';
import { otherSystem } from '../ingress/otherSystems';
import { MigrationContext } from '../MigrationContext';

/** Who is taken to serve an Ingress, and what becomes of annotations that only that system reads. */
export function noteServingSystem(
  source: IngressSource,
  annotationPrefix: string,
  context: MigrationContext,
): void {
  const { served } = source;
  if (served.known === 'assumed' && served.because !== undefined) {
    context.note(
      source,
      source.nginx.size > 0 ? 'check' : 'decide',
      'ingressClassName',
      `${served.because}; it was moved as NGINX serves it. Give the IngressClass together with the Ingress.`,
    );
  }
  if (served.isNginx) {
    return;
  }
  context.note(
    source,
    served.known === 'stated' ? 'check' : 'decide',
    'ingressClassName',
    `${served.title} serves this Ingress, not NGINX. ${served.because}. Hosts, paths, Services and TLS are moved as it takes them; its own annotations and objects (such as middlewares, plugins and policies) are not.`,
  );
  for (const key of source.annotations.keys()) {
    const name = ownName(source, key);
    if (name !== undefined) {
      noteOwn(source, key, name, context);
    } else if (key.startsWith(`${annotationPrefix}/`)) {
      context.note(
        source,
        served.system === 'traefik' ? 'decide' : 'check',
        key.slice(annotationPrefix.length + 1),
        served.system === 'traefik'
          ? 'Not carried over. Traefik reads some annotations of ingress-nginx where its provider for them is on: find out whether it is, and what was meant.'
          : `Not carried over: ${served.title} does not read annotations of ingress-nginx.`,
      );
    }
  }
  if (
    served.system === 'kong' &&
    !source.annotations.has('konghq.com/strip-path') &&
    source.paths.some(({ path }) => path !== '/')
  ) {
    context.note(
      source,
      'decide',
      'konghq.com/strip-path',
      'Nothing says whether Kong takes the path of the rule away before it passes a request on, and its documentation has it do so by default. The route passes the path on as it is: add a URLRewrite filter if the Service does not expect it.',
    );
  }
}

function noteOwn(
  source: IngressSource,
  key: string,
  name: string,
  context: MigrationContext,
): void {
  const { title, system } = source.served;
  if (
    key.startsWith(gatewayProbePrefix) &&
    context.target === 'application-gateway-for-containers'
  ) {
    context.note(
      source,
      'done',
      key,
      'Carried over into the HealthCheckPolicy of each Service, unless it has one.',
    );
    return;
  }
  const instead = otherSystem(system).instead?.[name];
  context.note(
    source,
    'decide',
    key,
    `Not translated: ${title} annotation, which a person decides on.${
      instead === undefined ? '' : ` What there is: ${instead}.`
    }`,
  );
}

/** The name of an annotation of the serving system itself, prefix left out. */
export function ownName(
  { served }: IngressSource,
  key: string,
): string | undefined {
  if (served.isNginx) {
    return undefined;
  }
  const prefix = otherSystem(served.system).prefixes.find(each =>
    key.startsWith(each),
  );
  return prefix === undefined ? undefined : key.slice(prefix.length);
}
