import { commonmarkLanguage, markdownLanguage } from '@codemirror/lang-markdown'
import { Language, type syntaxTree } from '@codemirror/language'
import { GFM, MarkdownParser } from '@lezer/markdown'

/**
 * The Markdown of notes: CommonMark with tables, strikethrough, tasks and plain addresses. HTML blocks and
 * underlined headings are left out, as in the reading view: the first are never rendered, the second would
 * turn a paragraph into a heading while somebody begins a list under it.
 */
function createNoteLanguage(): Language {
  const { parser } = commonmarkLanguage
  if (!(parser instanceof MarkdownParser)) return markdownLanguage
  const extended = parser.configure([...GFM, { remove: ['HTMLBlock', 'SetextHeading'] }])
  return new Language(markdownLanguage.data, extended, [], 'markdown')
}

export const noteLanguage = createNoteLanguage()

/** A node of a note's syntax tree. */
export type SyntaxNode = ReturnType<typeof syntaxTree>['topNode']
