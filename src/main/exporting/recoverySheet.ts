import css from '../../../resources/report.css?raw'
import { escapeHtml } from './htmlText'

interface Sheet {
  programName: string
  fileName: string
  recoveryKey: string
  on: Date
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** What the sheet needs beside the reports' styles: the key in large letters, a group a cell. */
const own = `
.key { display: grid; grid-template-columns: repeat(4, auto); gap: 10pt 22pt; justify-content: start; margin: 18pt 0;
  padding: 16pt 20pt; border: 1pt solid currentColor; border-radius: 6pt; font: 20pt/1.2 ui-monospace, monospace; }
.recovery > p, .recovery > h2, .recovery li { margin: 8pt 0; }
.lines { margin-top: 30pt; display: grid; gap: 22pt; }
.lines p { border-bottom: 0.5pt solid #999; color: #666; }
`

/** The sheet to keep on paper: how to open an encrypted program file when nobody knows its passphrase any more. */
export function recoverySheet({ programName, fileName, recoveryKey, on }: Sheet): string {
  const groups = recoveryKey.split('-').map((group) => `<span>${escapeHtml(group)}</span>`)
  const date = on.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Recovery sheet, ${escapeHtml(programName)}</title>
<style>
${css}${own}</style>
</head>
<body>
<main class="recovery">
<header class="head">
<h1>Recovery sheet</h1>
<p class="period"><bdi>${escapeHtml(programName)}</bdi> · ${escapeHtml(date)}</p>
</header>
<p>This key opens the program file <b><bdi>${escapeHtml(fileName)}</bdi></b> and its backups when the passphrase is forgotten.
Whoever holds this sheet and the file can read everything in it: keep the sheet where you keep contracts, and not
with the computer.</p>
<p class="key" aria-label="Recovery key">${groups.join('')}</p>
<h2>To use it</h2>
<ol>
<li>Open the file in Coppice and choose <b>Use the recovery key</b> where the passphrase is asked for.</li>
<li>Type the key; small letters and spaces do not matter. O is read as 0, and I and L as 1.</li>
<li>Choose a new passphrase in <b>Settings → Encryption</b>. This sheet goes on being valid.</li>
</ol>
<p>Nobody else has this key. Without the passphrase and without this sheet the file cannot be read by anyone, the
makers of Coppice included.</p>
<div class="lines"><p>Kept by</p><p>Kept where</p></div>
</main>
</body>
</html>
`
}
