import { SearchField } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';

/** Long enough to type a word, short enough not to be noticed. */
const pauseMs = 300;

/** A text to search for, passed on when the typing pauses. */
export function SearchBox(props: {
  value: string;
  onChange: (value: string) => void;
}) {
  const { value, onChange } = props;
  const { t } = useTexts();
  const [typed, setTyped] = useState(value);
  const passedOn = useRef(value);
  const latest = useRef(onChange);
  latest.current = onChange;

  // The address was changed by something else: going back, or a link.
  useEffect(() => {
    if (value !== passedOn.current) {
      passedOn.current = value;
      setTyped(value);
    }
  }, [value]);

  useEffect(() => {
    if (typed === passedOn.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      passedOn.current = typed;
      latest.current(typed);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <SearchField
      label={t('filter.search')}
      placeholder={t('filter.searchPlaceholder')}
      size="small"
      value={typed}
      onChange={setTyped}
    />
  );
}
