import { ButtonIcon, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { StepView } from '../../model/path/pathView';
import { stepText } from '../../text/stepText';
import { StepDetails } from './StepDetails';
import styles from './StepPanel.module.css';

/** The evidence for the step of the picture that was opened. It takes the focus, and Escape closes it. */
export function StepPanel(props: {
  id: string;
  step: StepView;
  service: ServiceTraffic;
  onClose: () => void;
}) {
  const { id, step, service, onClose } = props;
  const texts = useTexts();
  const { t } = texts;
  const { label, title } = stepText(texts, step.node);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), [step.node.id]);

  useEffect(() => {
    const element = panel.current;
    function closeOnEscape(event: KeyboardEvent) {
      if (event.key === 'Escape') {
        onClose();
      }
    }
    element?.addEventListener('keydown', closeOnEscape);
    return () => element?.removeEventListener('keydown', closeOnEscape);
  }, [onClose]);

  return (
    <div
      ref={panel}
      id={id}
      className={styles.panel}
      role="region"
      aria-label={t('path.step', { label, title })}
      tabIndex={-1}
    >
      <div className={styles.heading}>
        <Text as="h3" variant="body-medium" weight="bold">
          {t('path.step', { label, title })}
        </Text>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiCloseLine />}
          aria-label={t('path.close')}
          onPress={onClose}
        />
      </div>
      <StepDetails step={step} service={service} />
    </div>
  );
}
