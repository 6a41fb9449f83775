import {
  Application,
  applicationOf,
  applicationsPerNamespace,
} from './Application';
import {
  controllerDeployments,
  controllerServices,
  gatewayClasses,
  gateways,
  ingressClasses,
} from './edge';
import { Item } from './objectOf';
import {
  autoscaler,
  disruptionBudget,
  isScaled,
  teamNamespace,
  networkPolicies,
} from './operations';
import { httpRoute, ingress, usesGatewayApi } from './routes';
import { endpointSlice, service } from './services';
import { deployment, pods } from './workloads';

/** The answers of an API server to the lists of one cluster. */
export interface GeneratedCluster {
  /** JSON texts of `…List` objects, outside of the heap so that they weigh on no measurement. */
  pages: Buffer[];
  objects: number;
  ingresses: number;
}

interface Resource {
  apiVersion: string;
  kind: string;
  items: Iterable<Item>;
}

/** What clients usually ask for at a time. */
const pageSize = 500;

/** Controllers, their Services, classes and the Gateway. */
const fixedObjects = 15;

/** Deployment, Service, EndpointSlice, two pods and a route each; some have a scaler, a budget, a namespace. */
const objectsPerApplication = 6 + 2 / 3 + 3 / applicationsPerNamespace;

/** A cluster of about as many objects: applications with all that belongs to them, and controllers in front. */
export function generateCluster(objects: number): GeneratedCluster {
  const applications = Math.max(
    1,
    Math.round((objects - fixedObjects) / objectsPerApplication),
  );
  const cluster: GeneratedCluster = { pages: [], objects: 0, ingresses: 0 };
  for (const resource of resourcesOf(applications)) {
    addPages(cluster, resource);
  }
  return cluster;
}

function applicationsOf(count: number): Application[] {
  return Array.from({ length: count }, (_, index) => applicationOf(index));
}

function resourcesOf(count: number): Resource[] {
  const applications = applicationsOf(count);
  const teams = Array.from(
    { length: Math.ceil(count / applicationsPerNamespace) },
    (_, team) => team,
  );
  const scaled = applications.filter(isScaled);
  const routed = applications.filter(usesGatewayApi);
  const ingressed = applications.filter(
    application => !usesGatewayApi(application),
  );
  const networking = 'networking.k8s.io/v1';
  const gatewayApi = 'gateway.networking.k8s.io/v1';
  return [
    { apiVersion: 'v1', kind: 'Namespace', items: each(teams, teamNamespace) },
    {
      apiVersion: 'v1',
      kind: 'Service',
      items: each(applications, service, controllerServices()),
    },
    { apiVersion: 'v1', kind: 'Pod', items: each(applications, pods) },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      items: each(applications, deployment, controllerDeployments()),
    },
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      items: each(applications, endpointSlice),
    },
    { apiVersion: networking, kind: 'IngressClass', items: ingressClasses() },
    {
      apiVersion: networking,
      kind: 'Ingress',
      items: each(ingressed, ingress),
    },
    {
      apiVersion: networking,
      kind: 'NetworkPolicy',
      items: each(teams, networkPolicies),
    },
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      items: each(scaled, autoscaler),
    },
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      items: each(scaled, disruptionBudget),
    },
    { apiVersion: gatewayApi, kind: 'GatewayClass', items: gatewayClasses() },
    { apiVersion: gatewayApi, kind: 'Gateway', items: gateways() },
    {
      apiVersion: gatewayApi,
      kind: 'HTTPRoute',
      items: each(routed, httpRoute),
    },
  ];
}

/** Items are made when they are written: a large cluster would not fit into memory with all that servers add. */
function* each<Source>(
  sources: Iterable<Source>,
  make: (source: Source) => Item | Item[],
  before: Iterable<Item> = [],
): Iterable<Item> {
  yield* before;
  for (const source of sources) {
    const made = make(source);
    if (Array.isArray(made)) {
      yield* made;
    } else {
      yield made;
    }
  }
}

function addPages(cluster: GeneratedCluster, resource: Resource): void {
  let items: string[] = [];
  const finish = () => {
    if (items.length > 0) {
      cluster.pages.push(pageOf(resource, items));
      items = [];
    }
  };
  for (const item of resource.items) {
    items.push(JSON.stringify(item));
    cluster.objects += 1;
    cluster.ingresses += resource.kind === 'Ingress' ? 1 : 0;
    if (items.length === pageSize) {
      finish();
    }
  }
  finish();
}

function pageOf({ apiVersion, kind }: Resource, items: string[]): Buffer {
  const head = JSON.stringify({
    kind: `${kind}List`,
    apiVersion,
    metadata: { resourceVersion: '48213377' },
  });
  return Buffer.from(`${head.slice(0, -1)},"items":[${items.join(',')}]}\n`);
}
