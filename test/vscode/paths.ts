/** Where things stand in the checkout. */
import { join } from 'node:path';

/** This file and its bundle (`out/test-vscode/*.mjs`) both lie two folders below the checkout. */
export const checkout = join(import.meta.dirname, '..', '..');

/** Downloads that outlive a run; ignored by git. */
export const cache = join(checkout, '.vscode-test');

/** The bundles of this folder, written by `build.mjs`. */
export const bundles = join(checkout, 'out', 'test-vscode');

export const screenshots = join(checkout, 'out', 'screenshots');
export const vsix = join(checkout, 'dist', 'stet.vsix');
export const sample = join(checkout, 'sample', 'visit.txt');
