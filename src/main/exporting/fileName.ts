/** A title as a file name that every system takes. */
export function fileNameOf(title: string): string {
  const name = [...title]
    .map((letter) => (letter < ' ' || '<>:"/\\|?*'.includes(letter) ? ' ' : letter))
    .join('')
  return name.replace(/\s+/g, ' ').trim().slice(0, 120) || 'Coppice'
}
