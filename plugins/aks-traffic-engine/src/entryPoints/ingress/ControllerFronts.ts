import { addressKey } from '../../azure/addressKey';
import { combineReach, Reach } from '../../exposure/Reach';
import { KubernetesObject } from '../../model/observation';
import { IngressOwner } from '../../ownership/IngressOwnership';
import { ResolveInput } from '../ResolveInput';
import { hostReach } from './hostReach';

/** What leads to the controller of an Ingress. */
export interface ControllerFront {
  throughServices: readonly Reach[];
  /** Keys of the addresses of these Services. */
  addresses: ReadonlySet<string>;
  /** At the nodes, where the controller takes ports of them. */
  host?: Reach;
  /** All of that together; absent where nothing leads to the controller. */
  whole?: Reach;
  /** What the controller was told to be. */
  declared?: Reach;
}

/** What leads to controllers: one for all Ingresses of a controller that has Services in front. */
export class ControllerFronts {
  /** By the lists of Services, of which every controller has its own. */
  private readonly known = new Map<
    readonly KubernetesObject[],
    ControllerFront
  >();

  constructor(private readonly input: ResolveInput) {}

  /** Without Services in front of the controller, those at the addresses of the Ingress stand in for them. */
  of(owner: IngressOwner, addresses: readonly string[]): ControllerFront {
    const { frontServices } = owner;
    if (frontServices.length === 0) {
      const { services } = this.input.context;
      return this.frontOf(
        owner,
        addresses.flatMap(address => services.atAddress(address)),
      );
    }
    let front = this.known.get(frontServices);
    if (front === undefined) {
      front = this.frontOf(owner, frontServices);
      this.known.set(frontServices, front);
    }
    return front;
  }

  private frontOf(
    { controller }: IngressOwner,
    services: readonly KubernetesObject[],
  ): ControllerFront {
    const { input } = this;
    const throughServices = [...new Set(services)].map(service =>
      input.reachOf(service),
    );
    const host = hostReach(input, controller);
    const all = host ? [...throughServices, host] : throughServices;
    return {
      throughServices,
      addresses: new Set(
        throughServices.flatMap(reach => reach.addresses.map(addressKey)),
      ),
      host,
      whole: all.length > 0 ? combineReach(all) : undefined,
      declared: controller?.definition.declaredReach?.(
        input.context,
        controller,
      ),
    };
  }
}
