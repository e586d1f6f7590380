// A cell that begins so is a formula to Excel, LibreOffice and Google Sheets; the wide forms are read like the
// narrow ones, and blanks before them are skipped. https://owasp.org/www-community/attacks/CSV_Injection
const formulaStart = /^(?:[\t\r\n]|[\s\u200B-\u200F\u2060\uFEFF]*[=+\-@＝＋－＠])/u

/** Whether a spreadsheet may compute this text instead of showing it. */
export function isFormula(text: string): boolean {
  return formulaStart.test(text)
}
