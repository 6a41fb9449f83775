/** What every action of the plugin is. */
export const readOnly = {
  readOnly: true,
  destructive: false,
  idempotent: true,
} as const;
