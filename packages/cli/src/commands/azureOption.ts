import { Option } from 'commander';

/** The option that names rows of Azure. */
export function azureOption(): Option {
  return new Option(
    '--azure <path>',
    'file or folder of Azure rows as JSON, as az graph query prints them; can be repeated',
  ).argParser((path: string, paths: string[] = []) => [...paths, path]);
}
