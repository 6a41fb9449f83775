/** What the platform team's dashboard says, and the dialog that makes a waiver. */
export const dashboardMessages = {
  'waiver.dialogTitle': 'Waive a finding',
  'waiver.rule': 'Rule {{rule}}',
  'waiver.meaning':
    'A waived finding stays listed, marked as waived, and does not count as a risk until the waiver ends. Nothing changes in the cluster.',
  'waiver.required': 'Required',
  'waiver.reason': 'Reason',
  'waiver.reasonDescription':
    'Why the risk is accepted for now. Everybody who sees the service can read it.',
  'waiver.reasonTooShort': 'Give a reason of at least {{length}} characters.',
  'waiver.reasonTooLong': 'At most {{length}} characters.',
  'waiver.owner': 'Who answers for it',
  'waiver.ownerDescription': 'A user or a group of the catalog.',
  'waiver.ownerPlaceholder': 'You',
  'waiver.expiry': 'Last day',
  'waiver.expiryDescription':
    'The finding counts again after this day (UTC), at most a year from now.',
  'waiver.failed': 'The finding could not be waived',
  'waiver.cancel': 'Cancel',
  'waiver.create': 'Waive',
} as const;
