import axe from 'axe-core';

/**
 * What axe finds serious or critical in a part of the page, one line for each element: empty when all is well.
 * Violations elsewhere on the page are Backstage's own.
 */
export async function seriousViolations(part) {
  const page = part.page();
  // Evaluated rather than added as a script, which the portal's content security policy refuses.
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axe.source);
  }
  const { violations } = await part.evaluate(element =>
    window.axe.run(element),
  );
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) =>
        [`${id}: ${help}`, html.slice(0, 200), failureSummary].join('\n  '),
      ),
    );
}
