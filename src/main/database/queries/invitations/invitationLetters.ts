import { writeCsvTable } from '@main/exporting/csvText'
import { writeInFolder } from '@main/exporting/folderFiles'
import { mailDraft } from '@main/exporting/mailDraft'
import type { InputOf } from '@shared/contract'
import { escapeMarkdown, type Letter, mergedLetter } from '@shared/domain/growth/letter'
import { letterValues } from '@shared/domain/growth/letterValues'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import { aboutOf } from './invitationList'
import { nobody } from './invitationSave'

interface Recipient {
  name: string
  email: string | null
  by: string | null
}

/** A letter for each of those who are invited: mail drafts in a folder, or a table. @throws AppError of the files. */
export async function writeLetters(
  db: Reader,
  { communityId, ids, letter, format, today, path }: InputOf<'invitations.writeLetters'>,
): Promise<{ letters: number }> {
  const about = aboutOf(db, communityId, today)
  const recipients = db.all<Recipient>(
    `SELECT coalesce(m.name, v.name, '${nobody}') AS name, iif(m.id IS NULL, v.email, m.email) AS email, b.name AS "by"
      FROM invitations v LEFT JOIN members m ON m.id = v.member_id LEFT JOIN members b ON b.id = v.invited_by
      WHERE v.community_id = ? AND v.id IN ${listed} ORDER BY v.id`,
    communityId,
    list(ids),
  )
  const letters = recipients.map((person) => {
    const invitedBy = person.by === null ? null : { name: person.by }
    const values = letterValues({ about, person: { name: person.name, invitedBy } })
    return {
      person,
      plain: mergedLetter(letter, values),
      marked: mergedLetter(letter, values, escapeMarkdown),
    }
  })
  if (format === 'csv') {
    await writeCsvTable(path, ['name', 'email', 'subject', 'letter'], letters.map(row))
  } else {
    await writeInFolder(
      path,
      letters.map(({ person, plain, marked }) => ({
        name: `${about.community} - ${person.name}`,
        extension: 'eml',
        content: () =>
          mailDraft({ to: person, subject: plain.subject, text: plain.body, markdown: marked.body }),
      })),
    )
  }
  return { letters: letters.length }
}

function row({ person, plain }: { person: Recipient; plain: Letter }): (string | null)[] {
  return [person.name, person.email, plain.subject, plain.body]
}
