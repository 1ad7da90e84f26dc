/** `npm run test:vscode`: bundles the tests, then runs them in a real VS Code. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildTests } from './build.mjs';

const bundles = await buildTests();
await import(pathToFileURL(join(bundles, 'launch.mjs')).href);
