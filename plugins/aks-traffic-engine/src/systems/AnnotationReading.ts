import { Evidence } from 'backstage-plugin-aks-traffic-common';

/** How a controller reads the annotations of ingress-nginx. */
export interface AnnotationReading {
  /** Traefik's provider for NGINX annotations reads a part of them. */
  reads: 'all' | 'traefik';
  /** Without the slash. */
  prefix: string;
  /** Whether it passes TLS on unopened when told to; absent where its arguments were not read. */
  passthrough?: boolean;
  /** Where its settings are, if its arguments say so. */
  configMap?: { namespace: string; name: string };
  /** The arguments that say so. */
  evidence: Evidence[];
}

/** The prefix of annotations that ingress-nginx reads unless it is told another one, without the slash. */
export const defaultAnnotationPrefix = 'nginx.ingress.kubernetes.io';

/** What is known of a controller whose arguments were not read. */
export const unreadAnnotationReading: AnnotationReading = {
  reads: 'all',
  prefix: defaultAnnotationPrefix,
  evidence: [],
};
