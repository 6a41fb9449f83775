import { useApi } from '@backstage/frontend-plugin-api';
import { ErrorLike, toError } from '@backstage/errors';
import { Alert, Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownload2Line } from '@remixicon/react';
import { useState } from 'react';
import { aksTrafficApiRef } from '../../../api/aksTrafficApiRef';
import { useTexts } from '../../../hooks/useTexts';
import { reasonOf } from '../../../model/cardState';
import { toDay } from '../../../model/dates';
import { ServiceView } from '../../../model/dashboard/serviceView';
import { saveFile } from '../../../saveFile';
import styles from './ExportMenu.module.css';

const formats = ['csv', 'json'] as const;

/** Saves all services of the view, on all its pages, as a file. */
export function ExportMenu(props: { view: ServiceView; isDisabled: boolean }) {
  const { view, isDisabled } = props;
  const { t } = useTexts();
  const api = useApi(aksTrafficApiRef);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<ErrorLike>();

  async function save(format: (typeof formats)[number]) {
    setPending(true);
    setError(undefined);
    try {
      const { filter, orderBy } = view;
      const file = await api.exportServices({ ...filter, orderBy, format });
      saveFile({ file, name: `aks-traffic-${toDay(new Date())}.${format}` });
    } catch (failure) {
      setError(toError(failure));
    } finally {
      setPending(false);
    }
  }

  return (
    <div className={styles.export}>
      {error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('export.failed')}
          description={reasonOf(error)}
        />
      )}
      <MenuTrigger>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiDownload2Line />}
          isDisabled={isDisabled}
          isPending={isPending}
        >
          {t('export.label')}
        </Button>
        <Menu onAction={key => save(key === 'json' ? 'json' : 'csv')}>
          {formats.map(format => (
            <MenuItem key={format} id={format}>
              {t(`export.${format}`)}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
    </div>
  );
}
