import {
  ToggleButton,
  ToggleButtonGroup,
  useBreakpoint,
  VisuallyHidden,
} from '@backstage/ui';
import { useId, useRef, useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { PathView } from '../../model/path/pathView';
import { Section } from '../shared/Section';
import { PathLegend } from './PathLegend';
import { PathList } from './PathList';
import { PathPicture } from './PathPicture';
import styles from './PathSection.module.css';
import { StepPanel } from './StepPanel';

type Presentation = 'picture' | 'list';

/** How traffic reaches the service and how it leaves: a picture where there is room for one, and a list anywhere. */
export function PathSection(props: { view: PathView }) {
  const { view } = props;
  const { t } = useTexts();
  const { up } = useBreakpoint();
  const [chosen, setChosen] = useState<Presentation>();
  const [openId, setOpenId] = useState<string>();
  const panelId = useId();
  const picture = useRef<HTMLDivElement>(null);
  const presentation = chosen ?? (up('md') ? 'picture' : 'list');
  const open = view.steps.find(({ node }) => node.id === openId);

  function close() {
    setOpenId(undefined);
    // Back to the step that opened it, so that the keyboard goes on from there.
    picture.current
      ?.querySelector<SVGElement>('[aria-expanded="true"]')
      ?.focus();
  }

  return (
    <Section
      title={t('path.title')}
      meaning={t('path.meaning')}
      actions={
        <ToggleButtonGroup
          className={styles.choice}
          aria-label={t('path.view')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[presentation]}
          onSelectionChange={keys => {
            const [key] = keys;
            setChosen(key as Presentation);
          }}
        >
          <ToggleButton id="picture">{t('path.asPicture')}</ToggleButton>
          <ToggleButton id="list">{t('path.asList')}</ToggleButton>
        </ToggleButtonGroup>
      }
    >
      {presentation === 'list' ? (
        <PathList view={view} opensSteps />
      ) : (
        <div ref={picture} className={styles.picture}>
          <PathPicture
            view={view}
            openId={open?.node.id}
            panelId={panelId}
            onToggle={id => setOpenId(id === openId ? undefined : id)}
          />
          <PathLegend view={view} />
          <VisuallyHidden>
            <PathList view={view} opensSteps={false} />
          </VisuallyHidden>
          {open && (
            <StepPanel
              id={panelId}
              step={open}
              service={view.service}
              onClose={close}
            />
          )}
        </div>
      )}
    </Section>
  );
}
