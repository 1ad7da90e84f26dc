/** The `stet` program: the language server, where that is asked for as editors do, or else the command. */

import { createRequire } from 'node:module';

// Each is a program of its own: neither waits until the other is loaded.
const isServer = /^lsp --stdio( --clientProcessId[= ]\d+)?$/.test(process.argv.slice(2).join(' '));
createRequire(import.meta.url)(isServer ? './server.cjs' : './command.cjs');
