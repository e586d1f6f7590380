import { readdirSync, readFileSync } from 'node:fs'

/**
 * The memory of a process and all that it started: the sum of their proportional set sizes, in MB. Linux only.
 */
export function memoryOf(pid: number): number {
  const kilobytes = family(pid).reduce((sum, member) => sum + pss(member), 0)
  return kilobytes / 1024
}

/** A process and everything below it. */
function family(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const id = Number(name)
    if (!Number.isInteger(id)) continue
    // pid (name) state ppid …; the name may hold spaces and parentheses.
    const parent = Number(textOf(`/proc/${id}/stat`).split(') ').at(-1)?.split(' ')[1])
    children.set(parent, [...(children.get(parent) ?? []), id])
  }
  const found = [pid]
  for (const member of found) found.push(...(children.get(member) ?? []))
  return found
}

function pss(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
}

/** Empty when the process has ended meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
