import { toError } from '@backstage/errors';
import { EntityTraffic } from 'backstage-plugin-aks-traffic-common';
import { CardState, cardStateOf } from '../src/model/cardState';
import {
  assessed,
  assessedAndWaived,
  notAssessable,
} from './fixtures/assessments';
import { fortyEntryPoints, severalServices } from './fixtures/collections';
import {
  clusterFindings,
  clusterOnly,
  communityNginx,
  f5Nginx,
  gatewayBehindPrivateLink,
  gatewayForContainers,
  httpApplicationRouting,
  istioInternal,
  managedNginx,
  proxied,
  published,
} from './fixtures/systems';
import { fixtureNow } from './fixtures/traffic';
import {
  clusterNotLookedFor,
  elsewhereUnread,
  hostile,
  listNotWhole,
  noClusters,
  notAnnotated,
  notFound,
  notFoundListNotWhole,
  notLookedFor,
  partial,
  stale,
  unattached,
  undecided,
  unknownVerdict,
} from './fixtures/troubled';

/** One state of the card and the tab, shown by the dev app at `/card/<id>` and `/tab/<id>`, and used by the tests. */
export interface CardFixture {
  id: string;
  title: string;
  state: CardState;
  now: Date;
}

const unavailable = toError('Request failed with 503 Service Unavailable');
const afterNovember = new Date('2026-12-05T09:00:00Z');

export const cardFixtures: readonly CardFixture[] = [
  fixture('managed-nginx', 'Managed NGINX, ending', managedNginx),
  fixture(
    'managed-nginx-ended',
    'Managed NGINX, in December',
    {
      ...managedNginx,
      coverage: managedNginx.coverage.map(cluster => ({
        ...cluster,
        observedAt: '2026-12-05T08:56:00Z',
      })),
      services: managedNginx.services.map(service => ({
        ...service,
        risk: 'critical',
        findings: service.findings.map(finding => ({
          ...finding,
          severity: 'critical',
        })),
      })),
    },
    afterNovember,
  ),
  fixture('assessed', 'Managed NGINX, assessed', assessed),
  fixture('waived', 'Finding waived', assessedAndWaived),
  fixture('not-assessable', 'Not assessable', notAssessable),
  fixture('cluster-findings', 'Findings about the cluster', clusterFindings),
  fixture('community-nginx', 'Community ingress-nginx', communityNginx),
  fixture(
    'gateway-for-containers',
    'Application Gateway for Containers',
    gatewayForContainers,
  ),
  fixture('istio-two-pools', 'Istio, two pools', istioInternal),
  fixture('f5-nginx', 'F5 NGINX', f5Nginx),
  fixture(
    'http-application-routing',
    'HTTP application routing',
    httpApplicationRouting,
  ),
  fixture(
    'private-link',
    'Gateway API, Private Link',
    gatewayBehindPrivateLink,
  ),
  fixture('published', 'Published by Front Door', published),
  fixture('proxied', 'HTTP proxy', proxied),
  fixture('cluster-only', 'Cluster only', clusterOnly),
  fixture('forty-entry-points', 'Forty entry points', fortyEntryPoints),
  fixture('several-services', 'Several services', severalServices),
  fixture('undecided', 'System not known', undecided),
  fixture('unattached', 'Unattached route', unattached),
  fixture('stale', 'Stale', stale),
  fixture('partial', 'Partly read', partial),
  fixture('elsewhere-unread', 'A cluster not read', elsewhereUnread),
  fixture('list-not-whole', 'List of clusters not whole', listNotWhole),
  fixture('unknown', 'Unknown', unknownVerdict),
  fixture('hostile', 'Hostile data', hostile),
  {
    id: 'refresh-failed',
    title: 'Refresh failed',
    now: fixtureNow,
    state: cardStateOf({
      traffic: gatewayForContainers,
      error: unavailable,
      loading: false,
    }),
  },
  fixture('not-found', 'Not found', notFound),
  fixture(
    'not-found-list-not-whole',
    'Not found, list not whole',
    notFoundListNotWhole,
  ),
  fixture(
    'cluster-not-looked-for',
    'Its cluster not read',
    clusterNotLookedFor,
  ),
  fixture('not-looked-for', 'No cluster read', notLookedFor),
  fixture('no-clusters', 'No clusters', noClusters),
  fixture('not-annotated', 'No annotation', notAnnotated),
  {
    id: 'loading',
    title: 'Loading',
    now: fixtureNow,
    state: { kind: 'loading' },
  },
  {
    id: 'failed',
    title: 'Error',
    now: fixtureNow,
    state: {
      kind: 'failed',
      error: unavailable,
    },
  },
  {
    id: 'denied',
    title: 'Permission denied',
    now: fixtureNow,
    state: { kind: 'denied' },
  },
];

function fixture(
  id: string,
  title: string,
  traffic: EntityTraffic,
  now = fixtureNow,
): CardFixture {
  return { id, title, now, state: cardStateOf({ traffic, loading: false }) };
}
