/** What holds over the protocol holds in a browser: the same tests, with the server in a worker. */

import './in-worker.ts';
import '../lsp/decisions.test.ts';
import '../lsp/features.test.ts';
import '../lsp/house-forms.test.ts';
import '../lsp/server.test.ts';
import '../lsp/workspace.test.ts';
