import { addressKey } from './addressKey';
import { armKey } from './armId';
import { FactTable, FactTables } from './FactTables';
import { ApplicationGateway, AzureFirewall, DestinationNat } from './facts';
import { groupBy } from './groupBy';

/** A rule of a firewall, and the row it stands in. */
export interface FirewallForward {
  firewall: AzureFirewall;
  rule: DestinationNat;
  /** The firewall itself, or a rule collection group of its policy. */
  armId: string;
}

/** What passes traffic on to an address that it would not reach by itself. */
export class Forwarders {
  static create(
    tables: FactTables,
    gateways: FactTable<ApplicationGateway>,
  ): Forwarders {
    const rules = groupBy(tables.firewallPolicyRules.values(), group => [
      group.policyId === undefined ? undefined : armKey(group.policyId),
    ]);
    const unread: AzureFirewall[] = [];
    const forwards: FirewallForward[] = [];
    for (const firewall of tables.firewalls.values()) {
      const policy = firewall.policyId && rules.get(armKey(firewall.policyId));
      if (firewall.policyId !== undefined && !policy) {
        unread.push(firewall);
      }
      for (const source of [firewall, ...(policy || [])]) {
        for (const rule of source.destinationNat) {
          forwards.push({ firewall, rule, armId: source.armId });
        }
      }
    }
    return new Forwarders(
      groupBy(gateways.values(), ({ backends }) =>
        backends.map(({ address }) => addressKey(address)),
      ),
      groupBy(forwards, ({ rule }) => [addressKey(rule.target)]),
      unread,
    );
  }

  private constructor(
    private readonly gateways: ReadonlyMap<
      string,
      readonly ApplicationGateway[]
    >,
    private readonly rules: ReadonlyMap<string, readonly FirewallForward[]>,
    /** Firewalls with a policy of which no rule was read. */
    readonly firewallsWithUnreadRules: readonly AzureFirewall[],
  ) {}

  /** Application gateways with a rule that leads to an address. */
  applicationGatewaysTo(address: string): readonly ApplicationGateway[] {
    return this.gateways.get(addressKey(address)) ?? [];
  }

  /** Rules of firewalls that lead to an address. */
  firewallRulesTo(address: string): readonly FirewallForward[] {
    return this.rules.get(addressKey(address)) ?? [];
  }
}
