import { armIdParts, armKey } from './armId';
import { FactTable } from './FactTables';
import { VirtualNetwork } from './facts';

/** What was read of an estate, and so where the absence of a row means that there is nothing. */
export class EstateCoverage {
  private readonly readTypes: ReadonlySet<string>;
  private readonly unseen: ReadonlySet<string>;
  private readonly virtualNetworks: FactTable<VirtualNetwork>;

  constructor(options: {
    readTypes: readonly string[];
    unseenSubscriptions: readonly string[];
    virtualNetworks: FactTable<VirtualNetwork>;
  }) {
    this.readTypes = lowerCase(options.readTypes);
    this.unseen = lowerCase(options.unseenSubscriptions);
    this.virtualNetworks = options.virtualNetworks;
  }

  isReadWhole(type: string): boolean {
    return this.unseen.size === 0 && this.readTypes.has(type.toLowerCase());
  }

  isReadWholeAround(type: string, networkIds: readonly string[]): boolean {
    return (
      this.readTypes.has(type.toLowerCase()) &&
      (this.unseen.size === 0 ||
        (networkIds.length > 0 &&
          networkIds.every(networkId => this.seesAround(networkId))))
    );
  }

  private seesAround(networkId: string): boolean {
    const peers = this.virtualNetworks.get(armKey(networkId))?.peerings;
    return (
      peers !== undefined &&
      [networkId, ...peers.flatMap(peer => peer.remoteVirtualNetworkId ?? [])]
        .map(id => armIdParts(id).subscriptionId?.toLowerCase() ?? '')
        .every(subscription => !this.unseen.has(subscription))
    );
  }
}

function lowerCase(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.map(text => text.toLowerCase()));
}
