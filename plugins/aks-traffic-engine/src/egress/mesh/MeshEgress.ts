import { EgressPath, Evidence } from 'backstage-plugin-aks-traffic-common';
import { MeshGateway } from '../../azure/facts';
import { meshMembership } from '../../eastWest/meshMembership';
import { Workload } from '../../model/draft';
import { ResolveContext } from '../../model/resolveContext';
import { armEvidence, objectEvidence } from '../../objects/evidence';
import { kinds } from '../../objects/kinds';
import { namespaceOf } from '../../objects/metadata';
import { mergePaths } from '../mergePaths';
import { resolveEgress } from '../resolveEgress';
import {
  staticEgressPath,
  staticGatewayAnnotation,
} from '../staticEgressGateway';
import { MeshEgressRoute } from './MeshEgressRoute';
import { serviceEntryEgress } from './serviceEntryEgress';
import { virtualServiceEgress } from './virtualServiceEgress';

const routeKinds = [
  kinds.httpRoute,
  kinds.grpcRoute,
  kinds.tlsRoute,
  kinds.tcpRoute,
];

/** Where the add-on puts egress gateways unless it is told otherwise. */
const defaultNamespace = 'aks-istio-egress';

/** The ways out through egress gateways of the mesh, which hold for some hosts and for pods of the mesh only. */
export class MeshEgress {
  static create(context: ResolveContext): MeshEgress {
    const { index } = context;
    return new MeshEgress(context, [
      ...index
        .list(kinds.virtualService)
        .flatMap(object => virtualServiceEgress(context, object)),
      ...routeKinds.flatMap(kind =>
        index.list(kind).flatMap(route => serviceEntryEgress(context, route)),
      ),
    ]);
  }

  private readonly paths = new Map<MeshEgressRoute, EgressPath[]>();

  private constructor(
    private readonly context: ResolveContext,
    private readonly routes: readonly MeshEgressRoute[],
  ) {}

  /** The ways of workloads through egress gateways, beside the ways that all of their other traffic takes. */
  pathsOf(workloads: readonly Workload[]): EgressPath[] {
    if (this.routes.length === 0) {
      return [];
    }
    const taken = this.routes.filter(route =>
      workloads.some(workload => this.holdsFor(route, workload)),
    );
    return mergePaths(taken.flatMap(route => this.pathsThrough(route)));
  }

  private holdsFor(
    { carriers, namespaces }: MeshEgressRoute,
    workload: Workload,
  ): boolean {
    return (
      !carriers.includes(workload) &&
      (namespaces === undefined || namespaces.includes(workload.namespace)) &&
      meshMembership(this.context.index, workload) === 'member'
    );
  }

  private pathsThrough(route: MeshEgressRoute): EgressPath[] {
    const known = this.paths.get(route);
    if (known !== undefined) {
      return known;
    }
    const { gateway, source, field, hosts } = route;
    const name = `${namespaceOf(gateway)}/${gateway.metadata.name}`;
    const paths = this.pathsOfGateway(route).map(path => ({
      ...path,
      hops: [{ kind: 'istio-egress-gateway', name }, ...path.hops],
      evidence: [
        objectEvidence({
          object: source,
          field,
          value: hosts.join(', '),
          meaning: `Pods of the mesh reach these hosts through egress gateway ${name}; other traffic keeps its way.`,
        }),
        ...path.evidence,
      ],
    }));
    this.paths.set(route, paths);
    return paths;
  }

  /** How traffic leaves from the gateway's own pods; where these say nothing, what the add-on was told. */
  private pathsOfGateway({ gateway, carriers }: MeshEgressRoute): EgressPath[] {
    const { index, azure, managedCluster } = this.context;
    const namespace = namespaceOf(gateway);
    const addon = this.addonOf(gateway.metadata.name, namespace);
    const configuration = addon?.row.gatewayConfigurationName;
    const isTold = carriers.some(({ podAnnotations }) =>
      podAnnotations.has(staticGatewayAnnotation),
    );
    return addon && configuration !== undefined && !isTold
      ? [
          staticEgressPath({
            index,
            namespace,
            name: configuration,
            asked: addon.evidence,
          }),
        ]
      : resolveEgress({
          index,
          azure,
          managedCluster,
          namespace,
          workloads: carriers,
        });
  }

  private addonOf(
    name: string,
    namespace: string,
  ): { row: MeshGateway; evidence: Evidence } | undefined {
    const { managedCluster } = this.context;
    const row = managedCluster?.mesh?.egressGateways.find(
      each =>
        each.enabled !== false &&
        each.name === name &&
        (each.namespace ?? defaultNamespace) === namespace,
    );
    return managedCluster && row
      ? {
          row,
          evidence: armEvidence({
            armId: managedCluster.armId,
            field: `properties.serviceMeshProfile.istio.components.egressGateways[${name}].gatewayConfigurationName`,
            value: row.gatewayConfigurationName,
            meaning:
              'The Istio add-on runs this egress gateway on a static egress gateway.',
          }),
        }
      : undefined;
  }
}
