/** What VS Code's extension host in a web worker calls: runs the suite with mocha as browsers have it. */
import 'mocha/mocha.js';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', timeout: 30_000, color: false, reporter: 'spec' });
  // Only now is there a `suite`.
  await import('./stet.ts');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the tests in VS Code’s web worker failed.`);
}
