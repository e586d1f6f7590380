import { applyMapping, parseMapOption } from '@main/importing/mapOption'
import { describe, expect, test } from 'vitest'

const columns = ['Full Name', 'E-mail 1', 'E-mail 1 (2)', 'City, Country', 'a=b'].map((name) => ({ name }))
const parse = (text: string) => parseMapOption(text, columns, 'members')

describe('--map', () => {
  test('names fields and columns in any case, by label or by number', () => {
    expect(parse('name=Full Name, EMAIL=e-mail 1 (2),Position=#4')).toEqual([
      { field: 'name', column: 0 },
      { field: 'email', column: 2 },
      { field: 'jobTitle', column: 3 },
    ])
  })

  test('takes columns with commas and equals signs in their names', () => {
    expect(parse('location=City, Country,about=a=b')).toEqual([
      { field: 'location', column: 3 },
      { field: 'about', column: 4 },
    ])
  })

  test('leaves columns out', () => {
    expect(parse('ignore=E-mail 1')).toEqual([{ field: null, column: 1 }])
    expect(parse('')).toEqual([])
  })

  test.each([
    ['nmae=Full Name', 'There is no field “nmae” for members. There are: name, givenName,'],
    ['name=Nobody', 'The file has no column “Nobody”. It has: “Full Name”, “E-mail 1”,'],
    ['name=#9', 'The file has no column “#9”.'],
    ['Full Name', '“Full Name” says no column: write it as field=column.'],
  ])('%s is told', (text, sentence) => {
    expect(() => parse(text)).toThrow(sentence)
  })

  test('goes before what was guessed', () => {
    const guessed = ['name', 'email', 'email', 'location', null]
    expect(applyMapping(guessed, parse('email=E-mail 1 (2),ignore=City, Country'))).toEqual([
      'name',
      null,
      'email',
      null,
      null,
    ])
    expect(applyMapping(guessed, parse('name=a=b'))).toEqual([null, 'email', 'email', 'location', 'name'])
    expect(guessed).toEqual(['name', 'email', 'email', 'location', null])
  })
})
