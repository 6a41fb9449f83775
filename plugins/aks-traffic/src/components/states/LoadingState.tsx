import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../../hooks/useTexts';

const lines = ['60%', '35%', '75%', '45%'];

/** The outline of the lines to come. */
export function LoadingState() {
  const { t } = useTexts();
  return (
    <div role="status" aria-busy="true">
      <VisuallyHidden>{t('card.loading')}</VisuallyHidden>
      <Flex direction="column" gap="4" aria-hidden="true">
        {lines.map(width => (
          <Flex key={width} direction="column" gap="1">
            <Skeleton width="5rem" height={12} />
            <Skeleton width={width} height={20} />
          </Flex>
        ))}
      </Flex>
    </div>
  );
}
