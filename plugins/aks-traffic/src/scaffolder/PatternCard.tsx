import { Text } from '@backstage/ui';
import { PatternOption } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../hooks/useTexts';
import { ChoiceCard } from './ChoiceCard';
import styles from './PatternPicker.module.css';
import { asShown } from '../text/asShown';

/** One pattern as a radio button with what speaks for it and against it. */
export function PatternCard(props: {
  option: PatternOption;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { option, isChosen, onChoose } = props;
  const { t } = useTexts();
  return (
    <ChoiceCard
      group="aks-traffic-pattern"
      title={option.title}
      recommended={option.recommended}
      eligible={option.eligible}
      whyNot={option.whyNot}
      isChosen={isChosen}
      onChoose={onChoose}
    >
      <Text>{asShown(option.summary)}</Text>
      {option.policyReason !== undefined && (
        <Text color="secondary">{asShown(option.policyReason)}</Text>
      )}
      <Points title={t('goldenPath.whenToUse')} points={option.whenToUse} />
      <Points title={t('goldenPath.gives')} points={option.gives} />
      <Points title={t('goldenPath.limits')} points={option.limits} />
    </ChoiceCard>
  );
}

function Points({ title, points }: { title: string; points: string[] }) {
  return (
    <div>
      <Text variant="body-small" weight="bold">
        {title}
      </Text>
      <ul className={styles.points}>
        {points.map(point => (
          <li key={point}>{asShown(point)}</li>
        ))}
      </ul>
    </div>
  );
}
