import { Button } from '@backstage/ui';
import { RiFilter3Line } from '@remixicon/react';
import { ServiceFilter } from 'backstage-plugin-aks-traffic-common';
import { useId, useState } from 'react';
import { GroupSummaries } from '../../../hooks/dashboard/useGroupSummaries';
import { useTexts } from '../../../hooks/useTexts';
import { breakdownGroups } from '../../../model/dashboard/breakdown';
import { FilterField } from '../../../model/dashboard/serviceView';
import { ChosenFilters } from './ChosenFilters';
import styles from './FilterBar.module.css';
import { FilterSelect } from './FilterSelect';
import { GroupSelect } from './GroupSelect';
import { SearchBox } from './SearchBox';
import {
  effortOptions,
  egressOptions,
  exposureOptions,
  riskOptions,
  stateOptions,
} from './options';

/** What the services are narrowed by: a text, and values of their columns. */
export function FilterBar(props: {
  summaries: GroupSummaries;
  filter: ServiceFilter;
  /** `replace` is set while somebody types. */
  onChange: (filter: ServiceFilter, replace?: boolean) => void;
}) {
  const { summaries, filter, onChange } = props;
  const texts = useTexts();
  const { t } = texts;
  const moreId = useId();
  const [hasMore, setMore] = useState(false);

  function choose(field: FilterField) {
    return (values: string[]) =>
      onChange({
        ...filter,
        [field]: values.length > 0 ? values : undefined,
      });
  }

  return (
    <section aria-label={t('filter.label')} className={styles.bar}>
      <div className={styles.fields}>
        <div className={styles.search}>
          <SearchBox
            value={filter.search ?? ''}
            onChange={search =>
              onChange({ ...filter, search: search || undefined }, true)
            }
          />
        </div>
        <FilterSelect
          label={t('filter.state')}
          options={stateOptions(texts)}
          chosen={filter.state}
          onChange={choose('state')}
        />
        <FilterSelect
          label={t('filter.risk')}
          options={riskOptions(texts)}
          chosen={filter.risk}
          onChange={choose('risk')}
        />
        {breakdownGroups.map(group => (
          <GroupSelect
            key={group}
            group={group}
            summary={summaries[group].value}
            chosen={filter[group]}
            onChange={choose(group)}
          />
        ))}
        <Button
          size="small"
          variant="secondary"
          className={styles.more}
          iconStart={<RiFilter3Line />}
          aria-expanded={hasMore}
          aria-controls={hasMore ? moreId : undefined}
          onPress={() => setMore(!hasMore)}
        >
          {hasMore ? t('filter.fewer') : t('filter.more')}
        </Button>
      </div>
      {hasMore && (
        <div id={moreId} className={styles.fields}>
          <FilterSelect
            label={t('filter.exposure')}
            options={exposureOptions(texts)}
            chosen={filter.exposure}
            onChange={choose('exposure')}
          />
          <FilterSelect
            label={t('filter.egress')}
            options={egressOptions(texts)}
            chosen={filter.egress}
            onChange={choose('egress')}
          />
          <FilterSelect
            label={t('filter.effort')}
            options={effortOptions(texts)}
            chosen={filter.effort}
            onChange={choose('effort')}
          />
        </div>
      )}
      <ChosenFilters filter={filter} onChange={onChange} />
    </section>
  );
}
