import { RiLinkUnlink } from '@remixicon/react';
import { Text } from '@backstage/ui';
import { EntityTraffic } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { FindingItem } from '../risk/FindingItem';
import { Claim } from '../shared/Claim';
import { ClaimLine } from '../shared/ClaimLine';
import { ExpandableList } from '../shared/ExpandableList';
import { ObjectName } from '../shared/ObjectName';
import { ToneChip } from '../shared/ToneChip';

/** The entity's Ingresses, routes and classes that lead nowhere. */
export function OrphansLine(props: { traffic: EntityTraffic; now: Date }) {
  const { traffic, now } = props;
  const { t } = useTexts();
  const { orphans } = traffic;
  if (orphans.length === 0) {
    return undefined;
  }
  return (
    <ClaimLine
      icon={<RiLinkUnlink />}
      label={t('orphans.label')}
      claim={
        <Claim>
          <ToneChip tone="warning">
            {t('orphans.count', { count: orphans.length })}
          </ToneChip>
        </Claim>
      }
    >
      <ExpandableList items={orphans} limit={5}>
        {orphan => (
          <>
            <ObjectName object={orphan.resource} />
            <Text as="p" variant="body-small">
              {orphan.reason}
            </Text>
            {orphan.findings.map((finding, index) => (
              <FindingItem
                key={index}
                finding={finding}
                retirement={traffic.retirements.find(
                  retirement => retirement.id === finding.retirement,
                )}
                now={now}
              />
            ))}
          </>
        )}
      </ExpandableList>
    </ClaimLine>
  );
}
