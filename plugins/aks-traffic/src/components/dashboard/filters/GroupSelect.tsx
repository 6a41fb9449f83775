import {
  ServiceFilter,
  TrafficSummary,
} from 'backstage-plugin-aks-traffic-common';
import { useMemo } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { barsOf, BreakdownGroup } from '../../../model/dashboard/breakdown';
import { groupName } from '../../../text/groupName';
import { numberText } from '../../../text/numbers';
import { FilterSelect } from './FilterSelect';

/** The owners, Systems of the catalog, clusters or ingress systems that there are, with how many services each has beside the other filters. */
export function GroupSelect(props: {
  group: BreakdownGroup;
  /** The services counted by the group; absent until they are. */
  summary: TrafficSummary | undefined;
  chosen: ServiceFilter[BreakdownGroup];
  onChange: (values: string[]) => void;
}) {
  const { group, summary, chosen, onChange } = props;
  const texts = useTexts();
  const options = useMemo(() => {
    const bars = barsOf(group, summary?.items ?? []);
    const present = new Set(bars.map(({ value }) => value));
    return [
      ...bars.map(({ value, title, services }) => ({
        id: value,
        label: texts.t('filter.counted', {
          name: groupName(texts, { group, value, title }),
          number: numberText(texts, services),
        }),
      })),
      // What is chosen stays there to be taken back, also when nothing matches it.
      ...(chosen ?? [])
        .filter(value => !present.has(value))
        .map(value => ({
          id: value,
          label: groupName(texts, { group, value }),
        })),
    ];
  }, [group, summary, chosen, texts]);
  return (
    <FilterSelect
      label={texts.t(`filter.${group}`)}
      options={options}
      chosen={chosen}
      onChange={onChange}
      isLong
    />
  );
}
