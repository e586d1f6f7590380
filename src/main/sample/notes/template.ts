/** The slots that texts may have. `a` is the mentor, `b` the mentee, `c` a colleague; pronouns with `a` are the mentor's. */
const slotNames = [
  'a',
  'b',
  'c',
  'others',
  'he',
  'him',
  'his',
  'himself',
  'ahe',
  'ahis',
  'ahimself',
  'who',
  'did',
  'step',
  'project',
  'client',
  'team',
  'dept',
  'cdept',
  'place',
  'aplace',
  'cplace',
  'n',
  'N',
  'weekday',
  'station',
  'ticket',
  'drawing',
  'month',
  'lastmonth',
  'gap',
  'topic',
] as const
export type Slot = (typeof slotNames)[number]

interface Template {
  /** What stands before the slots; one more than there are slots. */
  literals: readonly string[]
  slots: readonly Slot[]
  /** Whether the slot begins a sentence. */
  starts: readonly boolean[]
}

function isSlot(name: string): name is Slot {
  return (slotNames as readonly string[]).includes(name)
}

function compile(text: string): Template {
  const literals: string[] = []
  const slots: Slot[] = []
  const starts: boolean[] = []
  let literal = ''
  for (const [index, part] of text.split(/[{}]/).entries()) {
    if (index % 2 === 0) {
      literal = part
      literals.push(part)
      continue
    }
    const slot = isSlot(part) ? part : `${part.charAt(0).toLowerCase()}${part.slice(1)}`
    if (!isSlot(slot)) throw new RangeError(`“${text}” has an unknown slot “${part}”.`)
    slots.push(slot)
    starts.push(slot !== part || (literal === '' ? index === 1 : /[.?!] $/.test(literal)))
  }
  return { literals, slots, starts }
}

const compiled = new Map<string, Template>()

/** The template of a text, made once. */
export function templateOf(text: string): Template {
  let template = compiled.get(text)
  if (!template) {
    template = compile(text)
    compiled.set(text, template)
  }
  return template
}

/** A text with its slots filled; a slot that begins a sentence gets a capital letter. */
export function render(text: string, fill: (slot: Slot) => string): string {
  const { literals, slots, starts } = templateOf(text)
  let result = literals[0] ?? ''
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index]
    if (slot === undefined) break
    const filled = fill(slot)
    result += starts[index] ? filled.charAt(0).toUpperCase() + filled.slice(1) : filled
    result += literals[index + 1] ?? ''
  }
  return result
}
