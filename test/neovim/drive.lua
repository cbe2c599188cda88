-- A person's way through Neovim: opens a file with the language server DRIFT_SERVER, waits for the finding with the code
-- DRIFT_CODE, mends it, by typing DRIFT_TYPED over DRIFT_REPLACED or else by the first code action, and waits until the
-- finding is gone. Prints one line of JSON: the findings before, the action's title, the findings after, the text.
local LIMIT = 30000

local function findings(buffer)
  return vim.tbl_map(function(diagnostic)
    local raw = diagnostic.user_data.lsp
    return { code = raw.code, source = diagnostic.source, line = diagnostic.lnum + 1, message = diagnostic.message }
  end, vim.diagnostic.get(buffer))
end

local function start(buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  local root = vim.env.DRIFT_ROOT
  local id = assert(vim.lsp.start_client({
    name = 'prisma-drift',
    cmd = vim.fn.json_decode(vim.env.DRIFT_SERVER),
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = 'example' } },
    get_language_id = function() return file:match('%.prisma$') and 'prisma' or 'typescript' end,
  }), 'the client did not start')
  assert(vim.lsp.buf_attach_client(buffer, id), 'the file was not given to the client')
  return vim.lsp.get_client_by_id(id)
end

local function find(buffer, code)
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    if diagnostic.user_data.lsp.code == code then return diagnostic end
  end
end

local function request(client, buffer, method, params)
  local answer = assert(client.request_sync(method, params, LIMIT, buffer))
  assert(not answer.err, vim.inspect(answer.err))
  return answer.result
end

-- The range and the other parts of a finding as the protocol has them.
local function as_protocol(diagnostic)
  local range = {
    start = { line = diagnostic.lnum, character = diagnostic.col },
    ['end'] = { line = diagnostic.end_lnum, character = diagnostic.end_col },
  }
  local raw = diagnostic.user_data.lsp
  return { range = range, message = diagnostic.message, source = diagnostic.source, code = raw.code, data = raw.data }
end

local function take_action(client, buffer, diagnostic)
  local context = as_protocol(diagnostic)
  local actions = request(client, buffer, 'textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    range = context.range,
    context = { diagnostics = { context }, only = { 'quickfix' } },
  })
  local action = assert(actions[1], 'there is no code action')
  if not action.edit then action = request(client, buffer, 'codeAction/resolve', action) end
  vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
  return action.title
end

local function type_over(buffer, before, after)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, true)) do
    local first, last = line:find(before, 1, true)
    if first then return vim.api.nvim_buf_set_text(buffer, number - 1, first - 1, number - 1, last, { after }) end
  end
  error('nothing to type over')
end

local function mend(client, buffer, diagnostic)
  if vim.env.DRIFT_REPLACED then return type_over(buffer, vim.env.DRIFT_REPLACED, vim.env.DRIFT_TYPED) end
  return take_action(client, buffer, diagnostic)
end

local function drive()
  local buffer = vim.api.nvim_get_current_buf()
  local code = vim.env.DRIFT_CODE
  local client = start(buffer)
  assert(vim.wait(LIMIT, function() return find(buffer, code) end, 20), 'the finding did not come')
  local before = findings(buffer)
  local title = mend(client, buffer, find(buffer, code))
  assert(vim.wait(LIMIT, function() return not find(buffer, code) end, 20), 'the finding stayed')
  local result = {
    before = before,
    title = title,
    after = findings(buffer),
    text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n'),
  }
  client.stop()
  assert(vim.wait(LIMIT, client.is_stopped, 20), 'the server did not end')
  io.stdout:write(vim.fn.json_encode(result) .. '\n')
end

local ok, problem = pcall(drive)
if ok then vim.cmd('qall!') end
io.stderr:write(tostring(problem) .. '\n')
vim.cmd('cquit 1')
