import type { PlaceNotice } from '@shared/contract/programFile'
import type { Place } from './look'

/** Something to be told: what it is, and what follows from it. */
interface Telling {
  title: string
  text: string
}

/** What has to be considered before a program file is made in such a place; null when nothing is against it. */
export function beforeMaking({ service, far }: Place): Telling | null {
  if (service !== null)
    return {
      title: `This folder is synchronised by ${service}.`,
      text:
        `An open program file changes all the time. If ${service} copies it halfway, or two computers change it, it can ` +
        'be damaged or lack your latest notes. A folder that is only on this computer is safer; backups may well go to ' +
        `${service}, as they are whole files.`,
    }
  if (far)
    return {
      title: 'This folder is on a network drive.',
      text:
        'If the connection breaks while something is saved, a program file there can be damaged, and only one computer ' +
        'at a time may open it. A folder on this computer is safer and quicker; backups may well go to the network.',
    }
  return null
}

/**
 * What has to be known about the place of a file that is open; null when there is nothing.
 * @param keeps the user has said that the file is to stay there
 * @param known the copies beside it that they were told of
 */
export function whileOpen(
  { service, far, conflicts }: Place,
  { keeps, known }: { keeps: boolean; known: readonly string[] },
): PlaceNotice | null {
  const fresh = conflicts.filter((name) => !known.includes(name))
  const copies = fresh.length > 0 ? aboutCopies(fresh) : null
  const place = keeps ? null : aboutPlace(service, far)
  if (place === null) return copies && { ...copies, moves: false }
  if (copies === null) return { ...place, moves: true }
  return { title: place.title, moves: true, text: `${place.text} ${copies.title} ${copies.text}` }
}

function aboutPlace(service: string | null, far: boolean): Telling | null {
  if (service !== null)
    return {
      title: `This file is in a folder that ${service} synchronises.`,
      text:
        'If it is copied while you write in it, or changed on two computers, it can be damaged or lack your latest ' +
        'notes. Move it out; or close Coppice here before you open the file elsewhere, and keep a second copy of the ' +
        'backups in another place.',
    }
  if (far)
    return {
      title: 'This file is on a network drive.',
      text:
        'If the connection breaks while something is saved, it can be damaged, and only one computer at a time may open ' +
        'it. It is safer and quicker on this computer; its backups may well go to the network.',
    }
  return null
}

function aboutCopies([first = '', second, ...more]: string[]): Telling {
  if (second === undefined)
    return {
      title: `Beside this file lies “${first}”.`,
      text:
        'Such a copy is made when two computers have changed the file. Open it to see whether it holds something that ' +
        'this one lacks.',
    }
  const others = more.length === 0 ? ` and “${second}”` : `, “${second}” and ${more.length} more like them`
  return {
    title: `Beside this file lie “${first}”${others}.`,
    text:
      'Such copies are made when two computers have changed the file. Open them to see whether they hold something that ' +
      'this one lacks.',
  }
}
