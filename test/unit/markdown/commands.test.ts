import { insertLink, toggleBold, toggleItalic } from '@renderer/components/markdown/inlineCommands'
import {
  cycleHeading,
  endList,
  indentItems,
  outdentItems,
  toggleList,
  toggleQuote,
  toggleTask,
  toggleTaskHere,
} from '@renderer/components/markdown/listCommands'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noteState, run } from './noteState'

describe('bold and italic', () => {
  test('are put around what is selected, and taken away again', () => {
    expect(run(toggleBold, 'a |b c| d')).toBe('a **|b c|** d')
    expect(run(toggleBold, 'a **|b c|** d')).toBe('a |b c| d')
    expect(run(toggleBold, 'a |**b c**| d')).toBe('a |b c| d')
    expect(run(toggleBold, 'a **b |c| d** e')).toBe('a b |c| d e')
    expect(run(toggleItalic, '**|b|**')).toBe('***|b|***')
    expect(run(toggleItalic, '***|b|***')).toBe('**|b|**')
  })

  test('leave out white space, marks of lists and headings, and ends of lines', () => {
    expect(run(toggleBold, 'a| b |c')).toBe('a| **b** |c')
    expect(run(toggleBold, '|- a\n\n# b\n1. [ ] c|')).toBe('|- **a**\n\n# **b**\n1. [ ] **c|**')
  })

  test('join what is partly bold', () => {
    expect(run(toggleBold, '**a |b** c| d')).toBe('**a |b c|** d')
  })

  test('take the word at the caret, or wait for what is typed', () => {
    expect(run(toggleBold, 'one tw|o')).toBe('one **tw|o**')
    expect(run(toggleBold, 'one |')).toBe('one **|**')
    expect(run(toggleBold, 'one **|**')).toBe('one |')
    expect(run(toggleBold, '**one|**')).toBe('**one**|')
    expect(run(toggleBold, '**o|ne**')).toBe('o|ne')
  })

  test('switched on and off again, words are as they were', () => {
    const words = fc.stringMatching(/^[a-z]+( [a-z]+){0,3}$/)
    fc.assert(
      fc.property(words, words, words, (before, selected, behind) => {
        const text = `${before} |${selected}| ${behind}`
        for (const command of [toggleBold, toggleItalic]) {
          const once = run(command, text)
          expect(once).not.toBe(text)
          expect(once === null ? null : run(command, once)).toBe(text)
        }
      }),
    )
  })
})

describe('lists, quotes and headings', () => {
  test('change the selected lines from one kind to another', () => {
    expect(run(toggleList('bullet'), '|a\n\nb|')).toBe('- |a\n\n- b|')
    expect(run(toggleList('number'), '|- a\n  - b\n- c|')).toBe('|1. a\n  1. b\n2. c|')
    expect(run(toggleList('task'), '1. |a')).toBe('- [ ] |a')
    expect(run(toggleList('bullet'), '- [x] |a')).toBe('- |a')
    expect(run(toggleList('bullet'), '> # a|')).toBe('> - a|')
    expect(run(toggleList('bullet'), '|')).toBe('- |')
    expect(run(toggleQuote, '|a\nb|')).toBe('> |a\n> b|')
    expect(run(toggleQuote, '> |a\n> b|')).toBe('|a\nb|')
  })

  test('and back to plain text', () => {
    expect(run(toggleList('bullet'), '|* a\n+ b|')).toBe('|a\nb|')
    expect(run(toggleList('number'), '1) a|')).toBe('a|')
    expect(run(toggleList('task'), '- [x] a|')).toBe('a|')
  })

  test('headings go from large to small to plain', () => {
    expect(run(cycleHeading, 'a|')).toBe('# a|')
    expect(run(cycleHeading, '# a|')).toBe('## a|')
    expect(run(cycleHeading, '## a|')).toBe('### a|')
    expect(run(cycleHeading, '### a|')).toBe('a|')
    expect(run(cycleHeading, '- a|')).toBe('# a|')
    expect(run(cycleHeading, '> a|')).toBe('> # a|')
  })

  test('a task is ticked and unticked, and nothing else is', () => {
    expect(run(toggleTaskHere, '- [ ] a|')).toBe('- [x] a|')
    expect(run(toggleTaskHere, '> 1. [X] a|')).toBe('> 1. [ ] a|')
    expect(run(toggleTaskHere, '- a [ ]|')).toBeNull()
    expect(run(toggleTask(0), '- [ ] a\n- [ ] b|')).toBe('- [x] a\n- [ ] b|')
  })

  test('nothing is changed in a note that is only read', () => {
    const state = noteState('- [ ] |a|', true)
    const commands = [
      toggleBold,
      toggleItalic,
      insertLink,
      toggleList('number'),
      toggleQuote,
      cycleHeading,
      indentItems,
      outdentItems,
      toggleTaskHere,
      endList,
    ]
    for (const command of commands) {
      expect(command({ state, dispatch: () => expect.unreachable() })).toBe(false)
    }
  })
})

describe('Tab', () => {
  test('moves an item under the one before it, with what hangs under it', () => {
    expect(run(indentItems, '- a\n- b|\n  - c\n- d')).toBe('- a\n  - b|\n    - c\n- d')
    expect(run(indentItems, '- a\n- |b\n- c|')).toBe('- a\n  - |b\n  - c|')
    expect(run(indentItems, '> - a\n> - b|')).toBe('> - a\n>   - b|')
    expect(run(indentItems, '- a\n- b\n  more|')).toBe('- a\n  - b\n    more|')
  })

  test('numbers the lists anew', () => {
    expect(run(indentItems, '1. a\n2. b|\n3. c')).toBe('1. a\n   1. b|\n2. c')
    expect(run(outdentItems, '1. a\n   1. b|\n2. c')).toBe('1. a\n2. b|\n3. c')
    expect(run(indentItems, '9. a\n10. b\n11. c|')).toBe('9. a\n10. b\n    1. c|')
  })

  test('brings an item back one level', () => {
    expect(run(outdentItems, '- a\n  - b|\n    - c')).toBe('- a\n- b|\n  - c')
    expect(run(outdentItems, '1. a\n   - b|')).toBe('1. a\n- b|')
  })

  test('leaves the editor where there is nothing to move', () => {
    for (const text of [
      'plain|',
      '',
      '- a|',
      '- a\n  - b|',
      '- a\n\ntext|',
      '- a\n|',
      '```\n- a\n- b|\n```',
    ]) {
      expect(run(indentItems, text), text).toBeNull()
    }
    for (const text of ['plain|', '- a|', '- a\n- b|', '  plain|']) {
      expect(run(outdentItems, text), text).toBeNull()
    }
  })

  test('there and back leaves a list as it was', () => {
    const list = fc.array(fc.constantFrom('- a', '- b', '  - c'), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(list, (lines) => {
        const text = `- first\n${lines.join('\n')}|`
        const there = run(indentItems, text)
        if (there !== null) expect(run(outdentItems, there)).toBe(text)
      }),
    )
  })
})

describe('Enter on an empty item', () => {
  test('ends the list with an empty line, so that what follows is not part of it', () => {
    expect(run(endList, '- a\n- |')).toBe('- a\n\n|')
    expect(run(endList, '1. a\n2. |\n\nb')).toBe('1. a\n\n|\n\nb')
    expect(run(endList, '- [ ] a\n- [ ] |')).toBe('- [ ] a\n\n|')
  })

  test('is left to the list inside it, and on an item with text', () => {
    for (const text of ['- a|', '- a\n- |b', '- a\n- |\n- b', '- a\n  - |', 'a\n\n- |', '> - |']) {
      expect(run(endList, text), text).toBeNull()
    }
  })
})
