import { Text } from '@backstage/ui';
import { Orphan, Retirement } from 'backstage-plugin-aks-traffic-common';
import { FindingItem } from '../risk/FindingItem';
import { ObjectName } from '../shared/ObjectName';
import { asShown } from '../../text/asShown';

/** One object that leads nowhere, and why; once, where a finding about it gives the reason too. */
export function OrphanItem(props: {
  orphan: Orphan;
  retirements: readonly Retirement[];
  now: Date;
}) {
  const { orphan, retirements, now } = props;
  const isSaid = orphan.findings.some(finding =>
    finding.message.includes(orphan.reason),
  );
  return (
    <>
      {!isSaid && (
        <>
          <ObjectName object={orphan.resource} />
          <Text as="p" variant="body-small">
            {asShown(orphan.reason)}
          </Text>
        </>
      )}
      {orphan.findings.map((finding, index) => (
        <FindingItem
          key={index}
          finding={finding}
          retirement={retirements.find(
            retirement => retirement.id === finding.retirement,
          )}
          now={now}
        />
      ))}
    </>
  );
}
