import { isDocsUrl } from '../model/docsAddress';

/**
 * Checks the `docsUrl` of an extension's configuration. Written out as the interface that Backstage asks for, because a
 * schema library for one optional string would be most of what the plugin depends on.
 */
export const docsUrlSchema = {
  '~standard': {
    version: 1,
    vendor: 'backstage-plugin-aks-traffic',
    types: undefined as
      | { input: string | undefined; output: string | undefined }
      | undefined,
    validate(value: unknown) {
      if (value === undefined) {
        return { value };
      }
      return typeof value === 'string' && isDocsUrl(value)
        ? { value }
        : {
            issues: [
              {
                message:
                  'Must be an http or https address without a query or a fragment',
              },
            ],
          };
    },
    jsonSchema: {
      input: () => ({ type: 'string', format: 'uri' }),
      output: () => ({ type: 'string', format: 'uri' }),
    },
  },
} as const;
