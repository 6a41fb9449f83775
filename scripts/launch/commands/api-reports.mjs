import { ensureDependencies } from '../dependencies.mjs';
import { runToEnd } from '../processes.mjs';
import { apiReportArguments, writeDeclarations } from '../apiReports.mjs';

export async function run() {
  const { env } = await ensureDependencies();
  const code = await writeDeclarations(env);
  return code === 0
    ? runToEnd('backstage-repo-tools', apiReportArguments, { env })
    : code;
}
