import { useState } from 'react';
import { printableLines } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { TextButton } from './TextButton';

const shownLength = 400;

/** A text of any length, such as a whole annotation, cut until it is asked for. */
export function LongText(props: { text: string }) {
  const text = printableLines(props.text);
  const { t } = useTexts();
  const [isWhole, setWhole] = useState(false);
  if (text.length <= shownLength || isWhole) {
    return <>{text}</>;
  }
  return (
    <>
      {text.slice(0, shownLength)}…{' '}
      <TextButton onPress={() => setWhole(true)}>
        {t('card.showWhole', { count: text.length })}
      </TextButton>
    </>
  );
}
