import { type ChartTable, copyOf, showCell, tableRows } from '@renderer/components/charts/chartTable'
import { describe, expect, it } from 'vitest'

const table = (rows: ChartTable['rows']): ChartTable => ({
  columns: [
    { label: 'Place', kind: 'text' },
    { label: 'Sessions', kind: 'number', show: (cell) => `${cell} held` },
  ],
  rows,
})

describe('a chart as a table', () => {
  it('shows unknown as a dash, which is not zero', () => {
    const [, sessions] = table([]).columns
    if (sessions === undefined) throw new Error('no second column')
    expect(showCell(null, sessions)).toBe('—')
    expect(showCell(0, sessions)).toBe('0 held')
  })

  it('exports headings and raw values', () => {
    expect(
      tableRows(
        table([
          ['Lagos', 1204],
          ['Lyon', null],
        ]),
      ),
    ).toEqual([
      ['Place', 'Sessions'],
      ['Lagos', 1204],
      ['Lyon', null],
    ])
  })

  it('copies raw values as tab-separated text and as an HTML table', () => {
    const { text, html } = copyOf(
      table([
        ['Lagos', 1204],
        ['Lyon', null],
      ]),
    )
    expect(text).toBe('Place\tSessions\nLagos\t1204\nLyon\t')
    expect(html).toBe(
      '<table><tr><th>Place</th><th>Sessions</th></tr><tr><td>Lagos</td><td>1204</td></tr><tr><td>Lyon</td><td></td></tr></table>',
    )
  })

  it('keeps a name in its cell, whatever is in it', () => {
    const { text, html } = copyOf(
      table([
        ['North\tEast\nWing', 1],
        ['<b>&"', 2],
      ]),
    )
    expect(text.split('\n').map((line) => line.split('\t').length)).toEqual([2, 2, 2])
    expect(text).toContain('North East Wing\t1')
    expect(html).toContain('<td>&lt;b&gt;&amp;&quot;</td>')
  })

  it.each(['=HYPERLINK("x")', '+1', '-2', '@sum', '\t=1', '\r=1'])(
    'makes %j harmless for a spreadsheet',
    (name) => {
      const copied = copyOf(table([[name, -3]]))
      expect(copied.text.split('\n')[1]?.startsWith("'")).toBe(true)
      expect(copied.text.endsWith('\t-3')).toBe(true)
      expect(copied.html).toContain("<td>'")
    },
  )
})
