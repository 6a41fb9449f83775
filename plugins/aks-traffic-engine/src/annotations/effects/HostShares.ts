import { KubernetesObject } from '../../model/observation';
import { ClusterIndex } from '../../objects/ClusterIndex';
import { append } from '../../objects/append';
import { kinds } from '../../objects/kinds';
import { IngressOwner } from '../../ownership/IngressOwnership';
import { defaultAnnotationPrefix } from '../../systems/AnnotationReading';
import { instanceKey } from '../../systems/ControllerInstance';
import { annotationValues } from '../judgeAnnotations';
import { HostShare } from './HostShare';
import { ingressHosts } from './ingressPaths';

/**
 * What Ingresses have in common by their hosts: NGINX makes one server of each host, whoever asks for it. Controllers
 * do not see one another's Ingresses.
 */
export class HostShares {
  static create(
    index: ClusterIndex,
    ownersOf: (ingress: KubernetesObject) => readonly IngressOwner[],
  ): HostShares {
    const byHost = new Map<string, KubernetesObject[]>();
    for (const ingress of index.list(kinds.ingress)) {
      for (const host of ingressHosts(ingress)) {
        append(byHost, host, ingress);
      }
    }
    return new HostShares(byHost, ownersOf);
  }

  private readonly shares = new Map<string, ReadonlyMap<string, HostShare>>();

  private constructor(
    private readonly byHost: ReadonlyMap<string, readonly KubernetesObject[]>,
    private readonly ownersOf: (
      ingress: KubernetesObject,
    ) => readonly IngressOwner[],
  ) {}

  /** What each host of an Ingress has in common, of those that the same controller serves. */
  of(
    ingress: KubernetesObject,
    owner: IngressOwner,
  ): ReadonlyMap<string, HostShare> {
    const key = ownerKey(owner);
    return new Map(
      [...ingressHosts(ingress)].flatMap(host => {
        const share = this.sharesOf(host).get(key);
        return share === undefined ? [] : [[host, share] as const];
      }),
    );
  }

  private sharesOf(host: string): ReadonlyMap<string, HostShare> {
    const known = this.shares.get(host);
    if (known !== undefined) {
      return known;
    }
    const byOwner = new Map<string, HostShare>();
    for (const ingress of this.byHost.get(host) ?? []) {
      for (const owner of this.ownersOf(ingress)) {
        const key = ownerKey(owner);
        const share = byOwner.get(key) ?? new HostShare(host);
        byOwner.set(key, share);
        share.add(
          ingress,
          annotationValues(
            ingress,
            owner.annotationReading?.prefix ?? defaultAnnotationPrefix,
          ),
        );
      }
    }
    this.shares.set(host, byOwner);
    return byOwner;
  }
}

function ownerKey({ system, controller }: IngressOwner): string {
  return controller === undefined ? system : instanceKey(controller);
}
