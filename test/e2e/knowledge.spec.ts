import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemKey } from './pages/keys'
import { addMember, addSession, call } from './pages/records'
import { goTo, notice, startEmpty, title } from './pages/shell'
import { expect, test } from './support/launch'

/** A picture of one dot. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test('a passage of notes becomes knowledge without names, is linked to, endorsed and used', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await window.emulateMedia({ reducedMotion: 'reduce' })
  await startEmpty(coppice, join(folder, 'Guild'))
  const mira = await addMember(window, { name: 'Mira Okafor', role: 'mentor', department: 'Finance' })
  const rui = await addMember(window, { name: 'Rui Silva', role: 'mentee', department: 'Data' })
  await addSession(window, {
    attendeeIds: [mira, rui],
    notes: 'They met for an hour.\n\nMira Okafor hands over in *five* days, see [[The winch]].',
    confidentiality: 'shareable',
  })
  await goTo(window, 'Sessions')
  const main = window.getByRole('main')
  await main.getByRole('row').filter({ hasText: 'Mira Okafor' }).first().click()
  const pane = main.getByRole('complementary', { name: 'Session' })
  await pane.getByText('hands over in').selectText()
  await pane.getByRole('button', { name: 'Make knowledge of what is selected' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Leave the names out' }).click()
  const name = main.getByRole('textbox', { name: 'Title' })
  await expect(name).toHaveValue('A member hands over in five days, see The winch')
  await expect(main.getByRole('textbox', { name: 'Text', exact: true })).not.toContainText('They met')
  await name.fill('Handover in five days')
  await main.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(title(window)).toHaveText('Handover in five days')
  await expect(main.getByText('A member hands over in five days')).toBeVisible()
  await expect(
    main.getByRole('button', { name: /^Session of .* with Mira Okafor and Rui Silva/ }),
  ).toBeVisible()

  // What it links to nobody has written yet.
  await main.getByRole('link', { name: 'The winch' }).click()
  await expect(name).toHaveValue('The winch')
  await main.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(title(window)).toHaveText('The winch')
  await main.getByRole('button', { name: 'Handover in five days' }).first().click()
  await expect(title(window)).toHaveText('Handover in five days')
  await main.getByRole('button', { name: 'Give to review' }).click()
  await main.getByRole('button', { name: 'Endorse', exact: true }).click()
  await expect(main.getByText(/^Lesson, endorsed since/)).toBeVisible()

  await main.getByRole('button', { name: 'Note a use…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Note a use' })
  await dialog.getByRole('combobox', { name: 'Who used it' }).fill('Rui')
  await window.getByRole('option', { name: 'Rui Silva' }).click()
  await dialog.getByRole('textbox', { name: 'What came of it' }).fill('No day was lost.')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(notice(window, 'The use is noted.')).toBeVisible()
  await expect(main.getByText('No day was lost.')).toBeVisible()
  await expect(main.getByText(/Used once by 1 person\.$/)).toBeVisible()
  expect((await call(window, 'knowledge.transfer', { communityId: null })).figures.uses).toBe(1)

  // What is attached lies in the program file; the window gets its bytes through the app's own scheme.
  const picture = { name: 'winch.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') }
  await main.getByLabel('Files to attach').setInputFiles(picture)
  await expect(main.getByRole('button', { name: 'Save as… winch.png' })).toBeVisible()
  const width = main
    .locator('aside img')
    .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))
  expect(await width).toBe(1)

  // A picture that is pasted is attached, and stands in the text where the cursor was.
  await main.getByRole('button', { name: 'Edit', exact: true }).first().click()
  const text = main.getByRole('textbox', { name: 'Text', exact: true })
  await text.click()
  await text.evaluate((editor, base64) => {
    const pasted = new DataTransfer()
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    pasted.items.add(new File([bytes], 'rope.png', { type: 'image/png' }))
    editor.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }),
    )
  }, dot)
  await expect(text).toContainText(/!\[rope\]\(coppice:file\/\d+\)/)
  await expect(main.getByRole('button', { name: 'Save as… rope.png' })).toBeVisible()
  // One that is dropped stands where it was let go.
  await text.evaluate((editor, base64) => {
    const dropped = new DataTransfer()
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    dropped.items.add(new File([bytes], 'knot.png', { type: 'image/png' }))
    const { left, top } = (editor.querySelector('.cm-line') ?? editor).getBoundingClientRect()
    const at = { clientX: left + 1, clientY: top + 4, bubbles: true, cancelable: true }
    editor.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, ...at }))
  }, dot)
  await expect(text).toHaveText(/^!\[knot\]\(coppice:file\/\d+\)/)
  await main.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(main.locator('article img')).toHaveCount(2)

  await systemKey(coppice, 'K', 'control')
  await window.getByRole('textbox', { name: 'Find or do' }).fill('winch')
  await window.getByRole('button', { name: /The winch.*draft/ }).click()
  await expect(title(window)).toHaveText('The winch')

  // Notes of a folder: links between them and to what is here, pictures; one undo takes them back.
  const notes = join(folder, 'notes')
  await mkdir(notes)
  await writeFile(join(notes, 'Ropes.md'), '---\ntags: [rigging]\n---\nSee [[The winch]] and ![](dot.png).\n')
  await writeFile(join(notes, 'More.md'), '# The winch\n\nWritten elsewhere.\n')
  await writeFile(join(notes, 'dot.png'), Buffer.from(dot, 'base64'))
  await coppice.answerOpenDialog(notes)
  await goTo(window, 'Knowledge')
  await main.getByRole('button', { name: 'More about knowledge' }).click()
  await window.getByRole('menuitem', { name: 'Import notes…' }).click()
  const importing = window.getByRole('dialog', { name: 'Notes from a folder' })
  await importing.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(importing.getByRole('status')).toContainText('2 notes: 1 new, 1 with a new version.')
  await importing.getByRole('radio', { name: 'Leave it as it is' }).check()
  await importing.getByRole('button', { name: 'Take 1 note' }).click()
  await expect(importing).toContainText('1 note is new, 1 file came with them.')
  await coppice.answerSaveDialog(join(folder, 'notes.md'))
  await importing.getByRole('button', { name: 'Save a report…' }).click()
  await window.getByRole('menuitem', { name: 'Markdown' }).click()
  await expect(notice(window, 'Saved as notes.md.')).toBeVisible()
  expect(await readFile(join(folder, 'notes.md'), 'utf8')).toContain('1 new piece of knowledge')
  await systemKey(coppice, 'Z', 'control')
  await expect(importing).toContainText('The import was undone.')
  await systemKey(coppice, 'Z', 'control', 'shift')
  await expect(importing).toContainText('1 note is new, 1 file came with them.')
  await importing.getByRole('button', { name: 'Done' }).click()
  await main.getByRole('row').filter({ hasText: 'Ropes' }).click()
  await expect(main.getByRole('link', { name: 'The winch' })).toBeVisible()
  await expect(main.locator('article img')).toHaveCount(1)
  await systemKey(coppice, 'Z', 'control')
  await goTo(window, 'Knowledge')
  await expect(main.getByRole('row').filter({ hasText: 'Ropes' })).toHaveCount(0)
})
