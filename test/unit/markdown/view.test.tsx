import { highlightWords } from '@renderer/components/markdown/highlightWords'
import { MarkdownView } from '@renderer/components/markdown/MarkdownView'
import { parseMarkdown } from '@renderer/components/markdown/parseMarkdown'
import { renderTokens } from '@renderer/components/markdown/renderTokens'
import { mentionLink } from '@shared/domain/mentions'
import fc from 'fast-check'
import { isValidElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'

const ignore = () => {}

/** The page's HTML without class names, which only style it. */
function html(value: string, highlight: string[] = []): string {
  const view = <MarkdownView value={value} onLink={ignore} onMention={ignore} highlight={highlight} />
  return renderToStaticMarkup(view)
    .replace(/ class="[^"]*"/g, '')
    .replace(/^<div>|<\/div>$/g, '')
}

/** Everything of the page that can be clicked, by its visible text. */
function clickable(node: ReactNode, found = new Map<string, () => void>()): Map<string, () => void> {
  if (Array.isArray(node)) for (const child of node) clickable(child, found)
  if (!isValidElement<{ children?: ReactNode; onClick?: (event: object) => void }>(node)) return found
  const { children, onClick } = node.props
  const text = renderToStaticMarkup(children).replace(/<[^>]*>/g, '')
  if (onClick !== undefined) found.set(text, () => onClick({ preventDefault: ignore }))
  return clickable(children, found)
}

describe('a note is shown', () => {
  test('with its blocks', () => {
    expect(html('# Plan\n\nWe *met* **again**, ~~not~~ `x`.')).toBe(
      '<h3 dir="auto">Plan</h3><p dir="auto">We <em>met</em> <strong>again</strong>, <s>not</s> <code>x</code>.</p>',
    )
    expect(html('- a\n  - b\n\n3. c\n4. d')).toBe(
      '<ul dir="auto"><li>a<ul><li>b</li></ul></li></ul><ol dir="auto" start="3"><li>c</li><li>d</li></ol>',
    )
    expect(html('> so\n\n---\n\n```\na < b\n```')).toBe(
      '<blockquote dir="auto"><p>so</p></blockquote><hr/><pre><code>a &lt; b\n</code></pre>',
    )
  })

  test('with each line where it was written', () => {
    expect(html('one\ntwo')).toBe('<p dir="auto">one<br/>two</p>')
    expect(html('one\n---')).toBe('<p dir="auto">one</p><hr/>')
  })

  test('with tables, aligned by class and not by style', () => {
    const table = html('| a | b |\n| - | -: |\n| 1 | **2** |')
    expect(table).toBe(
      '<table dir="auto"><thead><tr><th>a</th><th>b</th></tr></thead>' +
        '<tbody><tr><td>1</td><td><strong>2</strong></td></tr></tbody></table>',
    )
    expect(renderToStaticMarkup(<MarkdownView value={'| a |\n| -: |\n| 1 |'} />)).toMatch(
      /<td class="[^"]*end/,
    )
  })

  test('with tasks that say whether they are done', () => {
    expect(html('- [ ] call\n- [x] **wrote**\n- [ ]x')).toBe(
      '<ul dir="auto">' +
        '<li><span role="img" aria-label="To do" data-done="false"></span><div>call</div></li>' +
        '<li><span role="img" aria-label="Done" data-done="true"></span><div><strong>wrote</strong></div></li>' +
        '<li>[ ]x</li></ul>',
    )
  })

  test('with pictures as their description, never loaded', () => {
    expect(html('![the *team*](https://a.org/x.png)')).toBe(
      '<p dir="auto"><span>the <em>team</em></span></p>',
    )
  })

  test('with addresses that say so themselves as links, and file names as text', () => {
    expect(html('https://a.org notes.md m@a.org')).toBe(
      '<p dir="auto"><a href="https://a.org/" title="https://a.org/">https://a.org</a> notes.md ' +
        '<a href="mailto:m@a.org" title="mailto:m@a.org">m@a.org</a></p>',
    )
  })
})

describe('a note can do nothing by itself', () => {
  test('links of other kinds are plain text', () => {
    for (const address of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      '&#106;avascript:alert(1)',
      'java%0ascript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      'coppice:program',
      '//a.org',
      '/etc',
      '#x',
    ]) {
      expect(html(`[words](${address})`), address).toBe('<p dir="auto">words</p>')
      expect(html(`[words][a]\n\n[a]: ${address}`), address).toBe('<p dir="auto">words</p>')
    }
  })

  test('HTML is text', () => {
    expect(html('<img src=x onerror=alert(1)> <b>x</b>')).toBe(
      '<p dir="auto">&lt;img src=x onerror=alert(1)&gt; &lt;b&gt;x&lt;/b&gt;</p>',
    )
    expect(html('<div>\n**x**\n</div>')).toContain('<strong>x</strong>')
    expect(html('<script>\nalert(1)\n</script>')).not.toContain('<script')
  })

  test('whatever is written, only known elements and attributes come out', () => {
    const piece = fc.constantFrom(
      '[a](',
      ')',
      'javascript:alert(1)',
      '<script>',
      '</script>',
      '<img src=x onerror=y>',
      '"onclick="x',
      '![',
      '](',
      '\n',
      '> ',
      '- [ ] ',
      '| a |\n| -: |\n',
      '```',
      '`',
      '**',
      '&lt;',
      '<https://a.org/"onload=x>',
      mentionLink(3, '"><script>'),
      'https://a.org',
    )
    const known =
      /^<(?:\/?(?:div|p|h[3-6]|ul|li|blockquote|em|strong|s|table|thead|tbody|tr|th|td|pre|code|a|button|mark)|br\/|hr\/|ol start="\d+"|\/ol|\/?span)>$/
    const harmless = / (?:class|dir|title|type|role|aria-label|data-done)="[^"<>]*"/g
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 24 }), (pieces) => {
        const page = renderToStaticMarkup(
          <MarkdownView
            value={pieces.join('')}
            onLink={ignore}
            onMention={ignore}
            highlight={['a', 'script']}
          />,
        )
        for (const tag of page.match(/<[^>]*>/g) ?? []) {
          const plain = tag.replace(harmless, '').replace(/ href="(?:https?:\/\/|mailto:)[^"<>]*"/, '')
          expect(plain).toMatch(known)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('links and mentions tell the app what was clicked, and open nothing themselves', () => {
    const told: unknown[] = []
    const page = renderTokens(parseMarkdown(`[site](HTTPS://A.org/b) ${mentionLink(12, 'Mira [x]')}`), {
      text: (text) => text,
      onLink: (url) => told.push(url),
      onMention: (id) => told.push(id),
    })
    const buttons = clickable(page)
    expect([...buttons.keys()]).toEqual(['site', '@Mira [x]'])
    for (const click of buttons.values()) click()
    expect(told).toEqual(['https://a.org/b', 12])
  })

  test('without the app’s handlers there is nothing to click', () => {
    const page = renderToStaticMarkup(<MarkdownView value={`[a](https://a.org) ${mentionLink(1, 'Mira')}`} />)
    expect(page).not.toMatch(/<a|<button/)
    expect(page).toContain('@Mira')
  })
})

describe('searched words are marked', () => {
  test('whatever their case and accents', () => {
    expect(html('From Malmö to **MALMO**', ['malmo'])).toBe(
      '<p dir="auto">From <mark>Malmö</mark> to <strong><mark>MALMO</mark></strong></p>',
    )
    expect(html('de\u0301ja\u0300 vu', ['déjà'])).toBe('<p dir="auto"><mark>de\u0301ja\u0300</mark> vu</p>')
  })

  test('in code and mentions, and with signs as they are', () => {
    expect(html('`a.b` axb', ['a.b'])).toBe('<p dir="auto"><code><mark>a.b</mark></code> axb</p>')
    expect(html(mentionLink(4, 'Mira'), ['mir'])).toContain('@<mark>Mir</mark>a')
  })

  test('and nothing else of the text changes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ maxLength: 3 })), (text, words) => {
        const shown = renderToStaticMarkup(highlightWords(words)(text))
        expect(shown.replace(/<\/?mark>/g, '')).toBe(renderToStaticMarkup(text))
      }),
    )
  })
})
