import { Tag, TagGroup } from '@backstage/ui';
import { ServiceFilter } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../../hooks/useTexts';
import {
  FilterField,
  filterFields,
  isFiltered,
  toggleValue,
} from '../../../model/dashboard/serviceView';
import { groupName } from '../../../text/groupName';
import { TextButton } from '../../shared/TextButton';
import styles from './ChosenFilters.module.css';

/** Every filter that is set, each with the way to take it off. Those that have no field above are seen here only. */
export function ChosenFilters(props: {
  filter: ServiceFilter;
  onChange: (filter: ServiceFilter) => void;
}) {
  const { filter, onChange } = props;
  const texts = useTexts();
  const { t } = texts;
  if (!isFiltered(filter)) {
    return null;
  }
  const chosen = filterFields.flatMap(field =>
    (filter[field] ?? []).map(value => ({ field, value })),
  );
  return (
    <div className={styles.chosen}>
      <TagGroup
        aria-label={t('filter.chosen')}
        onRemove={keys => {
          const [field, ...rest] = String([...keys][0]).split(':');
          onChange(toggleValue(filter, field as FilterField, rest.join(':')));
        }}
      >
        {chosen.map(({ field, value }) => {
          const text = t('filter.is', {
            field: t(`filter.${field}`),
            value: groupName(texts, { group: field, value }),
          });
          return (
            <Tag
              key={`${field}:${value}`}
              id={`${field}:${value}`}
              className={styles.tag}
              textValue={text}
              size="small"
            >
              {text}
            </Tag>
          );
        })}
      </TagGroup>
      <TextButton onPress={() => onChange({})}>{t('filter.clear')}</TextButton>
    </div>
  );
}
