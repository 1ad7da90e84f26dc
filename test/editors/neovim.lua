-- Asks Stet's server what an editor asks, in Neovim without a screen, and prints the answers as one line of JSON.
local buffer = vim.api.nvim_get_current_buf()
-- Neovim 0.7, which Debian has, knows no vim.lsp.start.
local client = vim.lsp.start_client({
  name = 'stet',
  cmd = { vim.env.STET_NODE, vim.env.STET_CLI, 'lsp', '--stdio' },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(buffer, client)

local function answer(data)
  io.stdout:write(vim.fn.json_encode(data) .. '\n')
  vim.cmd('qall!')
end

if not vim.wait(20000, function() return #vim.diagnostic.get(buffer) > 0 end, 20) then
  return answer({ failure = 'no diagnostics within 20 s' })
end
local diagnostics = vim.diagnostic.get(buffer)
table.sort(diagnostics, function(a, b) return a.lnum < b.lnum end)
local first = diagnostics[1]

local function ask(method, params)
  params.textDocument = { uri = vim.uri_from_bufnr(buffer) }
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 20000)
  return answers[client].result
end

local at = { line = first.lnum, character = first.col }
local hover = ask('textDocument/hover', { position = at })
local actions = ask('textDocument/codeAction', {
  range = { start = at, ['end'] = at },
  context = { diagnostics = {} },
})
for _, action in ipairs(actions) do
  if action.title:find('everywhere in this draft', 1, true) then
    vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
  end
end
answer({
  diagnostics = vim.tbl_map(function(it) return it.user_data.lsp.code end, diagnostics),
  hover = hover.contents.value,
  text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n'),
})
