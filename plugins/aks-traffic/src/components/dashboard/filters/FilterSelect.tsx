import { Select } from '@backstage/ui';
import { useTexts } from '../../../hooks/useTexts';
import { FilterOption } from './options';

/** A column's values to choose from; none chosen means all. */
export function FilterSelect(props: {
  label: string;
  options: readonly FilterOption[];
  chosen: readonly string[] | undefined;
  onChange: (values: string[]) => void;
  /** Whether there may be so many options that they have to be searched. */
  isLong?: boolean;
}) {
  const { label, options, chosen = [], onChange, isLong } = props;
  const { t } = useTexts();
  return (
    <Select
      label={label}
      size="small"
      selectionMode="multiple"
      placeholder={t('filter.all')}
      options={options}
      value={[...chosen]}
      onChange={values => onChange(values.map(String))}
      search={isLong ? { placeholder: t('filter.searchOptions') } : undefined}
    />
  );
}
