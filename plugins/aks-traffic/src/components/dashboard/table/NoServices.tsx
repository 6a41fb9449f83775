import { Text } from '@backstage/ui';
import { useTexts } from '../../../hooks/useTexts';

/** There is nothing in the table, and whether the filter may be why. */
export function NoServices(props: { isFiltered: boolean }) {
  const { t } = useTexts();
  return (
    <Text as="p" variant="body-medium" color="secondary">
      {t(props.isFiltered ? 'services.noneMatch' : 'services.none')}
    </Text>
  );
}
