-- Inspection Reports in Neovim (0.7 and later): put this into init.lua.
vim.filetype.add({
  extension = { inspection = 'inspection-report' },
  pattern = {
    ['.*%.inspection%.md'] = 'inspection-report',
    ['.*%.inspection%.txt'] = 'inspection-report',
  },
})

-- Before 0.8 there is no vim.lsp.start.
local start = vim.lsp.start
  or function(config)
    vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
  end

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'inspection-report',
  callback = function()
    start({
      name = 'inspection-reports',
      cmd = { 'inspection-reports', 'lsp' },
      root_dir = vim.fn.expand('%:p:h'),
    })
  end,
})
