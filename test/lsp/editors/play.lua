-- Played in Neovim: reads problems, makes a fix, goes to a definition and renames; writes what it saw as JSON.
local seen = {}
local function wait(what, done)
  assert(vim.wait(60000, done, 50), 'waited in vain for ' .. what)
end
local function client()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()[1]
end
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 60000)
  for _, answer in pairs(answers) do
    assert(not answer.err, vim.inspect(answer.err))
    return answer.result
  end
end
local function at(words, further)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local column = line:find(words, 1, true)
    if column then
      vim.api.nvim_win_set_cursor(0, { number, column - 1 + (further or 0) })
      return vim.lsp.util.make_position_params(0, client().offset_encoding)
    end
  end
  error('not found: ' .. words)
end
local function codes()
  local found = {}
  for _, problem in ipairs(vim.diagnostic.get(0)) do table.insert(found, problem.code) end
  return found
end

wait('the server', function() return client() ~= nil end)
wait('problems', function() return #codes() > 0 end)
seen.problems = codes()

local params = at('Stayng')
params.position = nil
local line = vim.api.nvim_win_get_cursor(0)[1] - 1
params.range = { start = { line = line, character = 5 }, ['end'] = { line = line, character = 5 } }
params.context = { diagnostics = {} }
local fix
for _, action in ipairs(ask('textDocument/codeAction', params)) do
  if action.isPreferred then fix = action end
end
seen.fix = fix.title
if not fix.edit then fix = ask('codeAction/resolve', fix) end
vim.lsp.util.apply_workspace_edit(fix.edit, client().offset_encoding)
wait('the problem to go', function() return not vim.tbl_contains(codes(), 'misspelt-heading') end)
seen.left = codes()

local place = ask('textDocument/definition', at('see paragraph 5)', 14))
place = place[1] or place
local target = (place.range or place.targetSelectionRange).start.line
seen.definition = vim.api.nvim_buf_get_lines(0, target, target + 1, false)[1]:sub(1, 3)

local rename = at('#### Staying safe', 6)
rename.newName = 'adequate'
vim.lsp.util.apply_workspace_edit(ask('textDocument/rename', rename), client().offset_encoding)
local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
seen.renamed = text:match('#### Staying safe\n+([^\n]+)')

vim.fn.writefile({ vim.json and vim.json.encode(seen) or vim.fn.json_encode(seen) }, vim.env.SEEN)
vim.cmd('qall!')
