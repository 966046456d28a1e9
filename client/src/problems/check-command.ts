/** The command that checks a Word document or PDF, which other parts call too. */

export const checkFileCommand = 'inspectionReports.checkWordDocument'
