import { history, undo } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { formatsAt } from '@renderer/components/markdown/formats'
import { insertLink } from '@renderer/components/markdown/inlineCommands'
import { insertMention, mentionQuery } from '@renderer/components/markdown/mentionCompletion'
import { replaceText } from '@renderer/components/markdown/noteEditor'
import { pasteAsLink } from '@renderer/components/markdown/pasteLink'
import { UnansweredTexts } from '@renderer/components/markdown/unansweredTexts'
import { mentionLink } from '@shared/domain/mentions'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marked, noteState, run } from './noteState'

describe('links', () => {
  test('take what is selected as text, or as address when it is one', () => {
    expect(run(insertLink, 'a |b|')).toBe('a [b](|https://|)')
    expect(run(insertLink, 'a |')).toBe('a [|](https://)')
    expect(run(insertLink, 'a |https://b.org|')).toBe('a [|](https://b.org)')
  })

  const pasted = (text: string, address: string) => {
    const state = noteState(text)
    const spec = pasteAsLink(state, address)
    return spec === null ? null : marked(state.update(spec).state)
  }

  test('are made by pasting an address over words', () => {
    expect(pasted('see |this [x]| now', 'https://a.org/b_(c)')).toBe(
      'see [this \\[x\\]](https://a.org/b_%28c%29)| now',
    )
    expect(pasted('|me|', ' mailto:m@a.org\n')).toBe('[me](mailto:m@a.org)|')
  })

  test('are not made of anything else', () => {
    for (const address of ['javascript:alert(1)', 'file:///a', 'www.a.org', 'words', 'https://a.org b', '']) {
      expect(pasted('|this|', address), address).toBeNull()
    }
    for (const text of ['this|', '|a\nb|', '`|a|`', '[|a|](https://b.org)', '|https://b.org|']) {
      expect(pasted(text, 'https://a.org'), text).toBeNull()
    }
  })
})

describe('mentions', () => {
  const query = (text: string) => {
    const state = noteState(text)
    return mentionQuery(state, state.selection.main.head)
  }

  test('are looked for behind an @ that begins a word', () => {
    expect(query('Met @|')).toEqual({ from: 4, query: '' })
    expect(query('Met (@Mira Ok|')).toEqual({ from: 5, query: 'Mira Ok' })
    expect(query('@山田|')).toEqual({ from: 0, query: '山田' })
    expect(query('- [ ] @Mi|ra')).toEqual({ from: 6, query: 'Mi' })
  })

  test('and nowhere else', () => {
    for (const text of [
      'm@a|',
      '@ a|',
      '@one two three four|',
      '`@a|`',
      '```\n@a|\n```',
      'https://a.org/@b|',
      '@a\n|',
    ]) {
      expect(query(text), text).toBeNull()
    }
  })

  test('take the place of what was typed', () => {
    const insert = (text: string) => {
      const state = noteState(text)
      const from = text.indexOf('@')
      const member = { id: 12, name: 'Mira [ext]' }
      return marked(state.update(insertMention(state, member, from, state.selection.main.head)).state)
    }
    const link = mentionLink(12, 'Mira [ext]')
    expect(insert('Met @mi|')).toBe(`Met ${link} |`)
    expect(insert('Met @mi|, and')).toBe(`Met ${link}|, and`)
    expect(insert('Met @mi| and')).toBe(`Met ${link}| and`)
  })
})

describe('the buttons', () => {
  test('show what the text at the caret is', () => {
    expect(formatsAt(noteState('- [ ] **a *b|***'))).toEqual(['bold', 'italic', 'task'])
    expect(formatsAt(noteState('> ## [a|](https://b.org)'))).toEqual(['link', 'heading', 'quote'])
    expect(formatsAt(noteState('1. a|'))).toEqual(['number'])
    expect(formatsAt(noteState('a|'))).toEqual([])
  })
})

describe('a text from outside', () => {
  test('takes the place of the old one', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, text) => {
        const state = EditorState.create({ doc: before })
        const spec = replaceText(state, text)
        const result = spec === null ? state : state.update(spec).state
        expect(result.doc.toString()).toBe(text.replace(/\r\n?/g, '\n'))
      }),
    )
  })

  test('keeps the caret where it was in the text', () => {
    const state = noteState('first\nsec|ond')
    const spec = replaceText(state, 'zero\nfirst\nsecond')
    expect(spec === null ? null : marked(state.update(spec).state)).toBe('zero\nfirst\nsec|ond')
  })

  test('is not undone, while what was typed is', () => {
    let state = EditorState.create({ doc: 'a', extensions: history() })
    const dispatch = (transaction: { state: EditorState }) => {
      state = transaction.state
    }
    state = state.update({ changes: { from: 1, insert: 'b' }, userEvent: 'input.type' }).state
    const spec = replaceText(state, 'new ab')
    if (spec !== null) state = state.update(spec).state
    undo({ state, dispatch })
    expect(state.doc.toString()).toBe('new a')
    expect(undo({ state, dispatch })).toBe(false)
  })

  test('that only repeats what was typed before is not taken for a new one', () => {
    const texts = new UnansweredTexts()
    expect(texts.answered('restored')).toBe(false)
    for (const text of ['a', 'ab', 'abc']) texts.sent(text)
    expect(texts.answered('ab')).toBe(true)
    expect(texts.answered('abc')).toBe(true)
    expect(texts.answered('ab')).toBe(false)
  })
})
