import { AnnotationFacts, AnnotationGroup } from './AnnotationFacts';
import { accessControl } from './groups/accessControl';
import { backends } from './groups/backends';
import { backendTls } from './groups/backendTls';
import { canary } from './groups/canary';
import { clientCertificates } from './groups/clientCertificates';
import { crossOrigin } from './groups/crossOrigin';
import { externalAuthentication } from './groups/externalAuthentication';
import { firewall } from './groups/firewall';
import { hosts } from './groups/hosts';
import { observability } from './groups/observability';
import { proxy } from './groups/proxy';
import { rateLimits } from './groups/rateLimits';
import { redirects } from './groups/redirects';
import { removed } from './groups/removed';
import { requests } from './groups/requests';
import { rewrites } from './groups/rewrites';
import { sessionAffinity } from './groups/sessionAffinity';
import { snippets } from './groups/snippets';

const current = {
  ...accessControl,
  ...backends,
  ...backendTls,
  ...canary,
  ...clientCertificates,
  ...crossOrigin,
  ...externalAuthentication,
  ...firewall,
  ...hosts,
  ...observability,
  ...proxy,
  ...rateLimits,
  ...redirects,
  ...requests,
  ...rewrites,
  ...sessionAffinity,
  ...snippets,
} as const satisfies AnnotationGroup;

/** An annotation that the last release of ingress-nginx reads, without its prefix. */
export type CurrentName = keyof typeof current;

/** The facts about every annotation, by its name without a prefix, in the order of the names. */
export const annotationFacts: ReadonlyMap<string, AnnotationFacts> = new Map(
  Object.entries<AnnotationFacts>({ ...current, ...removed }).sort(
    ([left], [right]) => (left < right ? -1 : 1),
  ),
);
