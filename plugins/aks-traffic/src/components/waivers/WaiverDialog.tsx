import { Dialog, DialogHeader } from '@backstage/ui';
import { Waiver } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { WaivableFinding } from '../../model/waivers/waiverRequest';
import { WaiverForm } from './WaiverForm';

/**
 * Asks why, by whom and until when a finding is accepted, and waives it. What the backend refuses is said in the
 * dialog, which stays open with everything that was typed.
 */
export function WaiverDialog(props: {
  finding: WaivableFinding;
  isOpen: boolean;
  /** The dialog wants to be closed, whether or not a waiver was made. */
  onClose: () => void;
  onCreated: (waiver: Waiver) => void;
}) {
  const { finding, isOpen, onClose, onCreated } = props;
  const { t } = useTexts();
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      width={560}
    >
      <DialogHeader>{t('waiver.dialogTitle')}</DialogHeader>
      {isOpen && (
        <WaiverForm
          finding={finding}
          onCancel={onClose}
          onCreated={waiver => {
            onCreated(waiver);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}
