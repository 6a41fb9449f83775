import {
  EntityObjects,
  writeManifests,
} from 'backstage-plugin-aks-traffic-common';
import { useMemo } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { parseMoment } from '../../model/dates';
import { ClaimDetail } from '../shared/Claim';
import { Disclosure } from '../shared/Disclosure';
import { Moment } from '../shared/Moment';
import { ObjectName } from '../shared/ObjectName';
import { Snippet } from '../shared/Snippet';

type StoredItem = EntityObjects['items'][number];

/** One object as it was kept; opening it shows it as YAML, ready to be copied. */
export function StoredObjectItem(props: { item: StoredItem; now: Date }) {
  const { item, now } = props;
  const { t } = useTexts();
  const observed = parseMoment(item.observedAt);
  return (
    <Disclosure
      nested
      summary={
        <>
          <ObjectName object={item.reference} />
          {observed !== undefined && (
            <ClaimDetail>
              {t('objects.ofCluster', {
                cluster: item.cluster,
                age: <Moment moment={observed} now={now} />,
              })}
            </ClaimDetail>
          )}
        </>
      }
    >
      <ObjectYaml item={item} />
    </Disclosure>
  );
}

/** Apart, so that it is only written out once it is opened. */
function ObjectYaml(props: { item: StoredItem }) {
  const { object } = props.item;
  const text = useMemo(() => writeManifests([object]), [object]);
  return <Snippet text={text} />;
}
