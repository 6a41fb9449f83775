import { Text } from '@backstage/ui';
import { useTexts } from '../../hooks/useTexts';
import { gapFixOf } from '../../model/dashboard/gapFix';
import { asShown } from '../../text/asShown';
import { DocsLink } from '../shared/DocsLink';
import styles from './GapItem.module.css';

/** One thing that could not be read, and what can be done about it as far as that is known. */
export function GapItem(props: { gap: string }) {
  const { gap } = props;
  const { t } = useTexts();
  const fix = gapFixOf(gap);
  return (
    <div className={styles.gap}>
      <Text as="p" variant="body-small">
        {asShown(gap)}
      </Text>
      {fix && (
        <Text as="p" variant="body-small" color="secondary">
          {t(`gapFix.${fix.kind}`)}{' '}
          <DocsLink
            docs={fix.docs}
            anchor={fix.anchor}
            name={t('gapFix.docs')}
          />
        </Text>
      )}
    </div>
  );
}
