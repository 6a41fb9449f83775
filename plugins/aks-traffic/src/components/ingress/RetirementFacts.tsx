import { Text } from '@backstage/ui';
import { Retirement } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { EntryPointView } from '../../model/entryPoints';
import { supportText } from '../../text/supportText';
import { asShown } from '../../text/asShown';
import { LinkedProse } from '../shared/LinkedProse';
import styles from './RetirementFacts.module.css';

/** What the sources say about the end of support of the systems in use. */
export function RetirementFacts(props: { views: readonly EntryPointView[] }) {
  const texts = useTexts();
  const { t } = texts;
  const stated = new Map<string, { text: string; retirement: Retirement }>();
  for (const { support } of props.views) {
    if ('retirement' in support) {
      stated.set(support.retirement.id, {
        text: supportText(texts, support),
        retirement: support.retirement,
      });
    }
  }
  return (
    <>
      {[...stated.values()].map(({ text, retirement }) => (
        <div key={retirement.id} className={styles.retirement}>
          <Text as="p" variant="body-small" weight="bold">
            {asShown(retirement.title)}: {text}
          </Text>
          <Text as="p" variant="body-small">
            {asShown(retirement.statement)}
          </Text>
          <Text as="p" variant="body-small" color="secondary">
            {t('ingress.retirementSource', {
              source: <LinkedProse text={retirement.source} />,
            })}
          </Text>
        </div>
      ))}
    </>
  );
}
