import type { Writer } from '../engine/writer'

/** Topics by name, made when they are first needed. */
export class TopicStore {
  private readonly known = new Map<string, number>()

  constructor(private readonly db: Writer) {
    for (const [id, name] of db.rows<[number, string]>('SELECT id, name FROM topics'))
      this.known.set(topicKey(name), id)
  }

  ids(names: readonly string[]): number[] {
    return names.map((name) => this.id(name))
  }

  private id(name: string): number {
    const known = this.known.get(topicKey(name))
    if (known !== undefined) return known
    const id = this.db.insert('topics', { name })
    this.known.set(topicKey(name), id)
    return id
  }
}

/** Topics are told apart as the table's unique index does: letters of ASCII without their case. */
export function topicKey(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}
