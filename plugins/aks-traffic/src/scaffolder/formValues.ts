/** The values of the whole form, as the scaffolder hands them to each field. */
export interface FormValues {
  name?: string;
  cluster?: string;
  environment?: string;
  exposure?: 'public' | 'internal' | 'cluster-only';
}

/** Reads the values of the other fields; a form may have none of them. */
export function formValuesOf(formContext: unknown): FormValues {
  const { formData } = (formContext ?? {}) as {
    formData?: Record<string, unknown>;
  };
  const textOf = (key: string) => {
    const value = formData?.[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const exposure = textOf('exposure');
  return {
    name: textOf('name'),
    cluster: textOf('cluster'),
    environment: textOf('environment'),
    exposure:
      exposure === 'public' ||
      exposure === 'internal' ||
      exposure === 'cluster-only'
        ? exposure
        : undefined,
  };
}
