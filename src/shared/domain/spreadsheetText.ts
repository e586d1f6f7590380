// A cell that begins so is a formula to Excel, LibreOffice and Google Sheets; the wide forms are read like the
// narrow ones, and blanks before them are skipped. https://owasp.org/www-community/attacks/CSV_Injection
const formulaStart = /^(?:[\t\r\n]|[\s\u200B-\u200F\u2060\uFEFF]*[=+\-@＝＋－＠])/u

/** How nearly every text begins. */
const harmless = /^[A-Za-z0-9"(*#]/

/** Whether a spreadsheet may compute this text instead of showing it. */
export function isFormula(text: string): boolean {
  if (harmless.test(text)) return false
  return formulaStart.test(text)
}
