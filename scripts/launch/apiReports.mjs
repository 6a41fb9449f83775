/**
 * Only the packages that are published have an API worth reviewing.
 *
 * Without the omissions every package fails on messages that Backstage's own packages leave out too.
 */
export const apiReportArguments = [
  'api-reports',
  '-o',
  'ae-wrong-input-file-type,ae-undocumented',
  '--validate-release-tags',
  '--exclude',
  'packages/*',
];
