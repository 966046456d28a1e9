;; Inspection Reports in Emacs 29 and later: put this into init.el.
(require 'eglot)

(define-derived-mode inspection-report-mode text-mode "Inspection Report"
  "Major mode for draft inspection reports.")
(add-to-list 'auto-mode-alist '("\\.inspection\\(?:\\.md\\|\\.txt\\)?\\'" . inspection-report-mode))

(add-to-list 'eglot-server-programs
             '((inspection-report-mode :language-id "inspection-report")
               . ("inspection-reports" "lsp")))
(add-hook 'inspection-report-mode-hook #'eglot-ensure)
