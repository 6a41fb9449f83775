import { IngressSystem } from 'backstage-plugin-aks-traffic-common';
import { IngressOwner } from '../ownership/IngressOwnership';
import { defaultAnnotationPrefix } from '../systems/AnnotationReading';

/** How a controller that serves an object reads annotations of ingress-nginx. */
export interface AnnotationReader {
  system: IngressSystem;
  /** `traefik` reads part of them. */
  reads: 'all' | 'traefik' | 'none' | 'unknown';
  /** Without the slash. */
  prefix: string;
  /** Version of the controller, where its image tells it. */
  version?: string;
  /** Whether it passes TLS on unopened when told to; absent where its arguments were not read. */
  passthrough?: boolean;
  /** Keys of its ConfigMap; absent where that was not read. */
  settings?: ReadonlyMap<string, string>;
}

/** ingress-nginx, whoever runs it. */
export const nginxSystems: ReadonlySet<IngressSystem> = new Set<IngressSystem>([
  'ingress-nginx',
  'app-routing-nginx',
  'http-application-routing',
]);

/** Systems of which nobody can say whether they read the annotations. */
const mayRead: ReadonlySet<IngressSystem> = new Set<IngressSystem>([
  'other',
  'unknown',
]);

/** Whether a system is ingress-nginx, whoever runs it. */
export function isNginx(system: IngressSystem): boolean {
  return nginxSystems.has(system);
}

/** How the owner of an Ingress reads its annotations. */
export function readerOf(
  owner: Pick<
    IngressOwner,
    'system' | 'controller' | 'annotationReading' | 'served'
  >,
  settings?: ReadonlyMap<string, string>,
): AnnotationReader {
  const { system, controller, annotationReading, served } = owner;
  return {
    system,
    reads:
      served === 'unknown' || mayRead.has(system)
        ? 'unknown'
        : annotationReading?.reads ?? 'none',
    prefix: annotationReading?.prefix ?? defaultAnnotationPrefix,
    ...(controller?.version !== undefined && { version: controller.version }),
    ...(annotationReading?.passthrough !== undefined && {
      passthrough: annotationReading.passthrough,
    }),
    ...(settings !== undefined && { settings }),
  };
}
