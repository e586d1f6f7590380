import type { Location } from '../organisation'
import type { PersonName } from './personName'

interface Notable extends PersonName {
  location: Location
}

/**
 * Members by number whose names every screen has to cope with: other scripts, right to left, a single name, a very
 * long one, and one person who was entered twice.
 */
export const notables: Readonly<Record<number, Notable>> = {
  6: {
    location: 'Alexandria',
    full: 'ليلى المصري',
    short: 'ليلى',
    sort: 'المصري, ليلى',
    latin: 'Layla El-Masry',
    mailbox: 'layla.elmasry',
    female: true,
  },
  9: {
    location: 'Kobe',
    full: '佐藤 美咲',
    short: '美咲',
    sort: '佐藤 美咲',
    latin: 'Misaki Satō',
    mailbox: 'misaki.sato',
    female: true,
  },
  14: {
    location: 'Valparaíso',
    full: 'María de los Ángeles Fernández-Villaseñor y Ruiz de Gamboa Undurraga',
    short: 'María de los Ángeles',
    sort: 'Fernández-Villaseñor y Ruiz de Gamboa Undurraga, María de los Ángeles',
    latin: null,
    mailbox: 'angeles.fernandez',
    female: true,
  },
  21: {
    location: 'Bristol',
    full: 'נועה ברקת',
    short: 'נועה',
    sort: 'ברקת, נועה',
    latin: 'Noa Bareket',
    mailbox: 'noa.bareket',
    female: true,
  },
  27: {
    location: 'Kobe',
    full: 'Suwarni',
    short: 'Suwarni',
    sort: 'Suwarni',
    latin: null,
    mailbox: 'suwarni',
    female: true,
  },
  31: {
    location: 'Gdańsk',
    full: 'Tomasz Wiśniewski',
    short: 'Tomasz',
    sort: 'Wiśniewski, Tomasz',
    latin: null,
    mailbox: 'tomasz.wisniewski',
    female: false,
  },
  40: {
    location: 'Alexandria',
    full: 'طارق عبد الرحمن',
    short: 'طارق',
    sort: 'عبد الرحمن, طارق',
    latin: 'Tarek Abdel-Rahman',
    mailbox: 'tarek.abdelrahman',
    female: false,
  },
  53: {
    location: 'Kobe',
    full: '中村 健太',
    short: '健太',
    sort: '中村 健太',
    latin: 'Kenta Nakamura',
    mailbox: 'kenta.nakamura',
    female: false,
  },
  66: {
    location: 'Mombasa',
    full: 'Anbarasan',
    short: 'Anbarasan',
    sort: 'Anbarasan',
    latin: null,
    mailbox: 'anbarasan',
    female: false,
  },
  97: {
    location: 'Gdańsk',
    full: 'Tomasz Wisniewski',
    short: 'Tomasz',
    sort: 'Wisniewski, Tomasz',
    latin: null,
    mailbox: 'tomasz.wisniewski',
    female: false,
  },
}
