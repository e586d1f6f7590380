import { itemAt } from '@shared/domain/random'

/** What the organisation works on. Each stands in a sentence as it is, and the first ones come up most. */
export const projects = [
  'the lock refurbishment',
  'the breakwater survey',
  'the tide-gauge renewal',
  'the sensor roll-out',
  'the flood-map update',
  'the north-quay extension',
  'the pumping-station upgrade',
  'the silt-monitoring pilot',
  'the sluice automation',
  'the maintenance contract',
  'the outfall inspection',
  'the berth-planning tool',
  'the dredging plan',
  'the water-quality dashboard',
  'the seawall monitoring',
  'the ferry-terminal study',
  'the storm-response plan',
  'the mooring inspection',
  'the wetland restoration',
  'the pilot-boat refit',
  'the fish-pass design',
  'the crane replacement',
  'the cathodic-protection works',
  'the bathymetry archive',
  'the emergency-generator test',
  'the dry-dock gate',
  'the buoy recovery',
  'the salinity study',
] as const

export const clients = [
  'the port authority',
  'the water board',
  'the ferry company',
  'the city council',
  'the canal trust',
  'the fisheries office',
  'the shipyard',
  'the environment agency',
  'the marina owners',
  'the insurers',
  'the regional development bank',
  'the desalination plant',
  'the pilots’ association',
  'the salvage company',
  'the nature reserve',
  'the rowing club',
] as const

export const teams = [
  'the survey team',
  'the field crew',
  'the night crew',
  'the design office',
  'the platform team',
  'the control room',
  'the contracts desk',
  'the analytics group',
  'the bid team',
  'the maintenance squad',
  'the support desk',
  'the laboratory',
  'the workshop',
  'the training group',
  'the planning office',
  'the store',
] as const

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const

export const numberWords = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const

const placeStarts =
  'Skel Brant Mar Os Hol Wyke Thorn Ling Sand Gull Kess Dray Fen Ash Cold Hart Red Whit Black Lang Nor Sud Est Wes Cray Pol Tre Pen Lan Ros Bar Car Dun Ell Fal Gar Har Iver Jar Kel Lor Mel Nar Orm Pet Quen Rav Sal Tor Ul Var Wal Yar Zel'.split(
    ' ',
  )
const placeMiddles = ['', '', 'er', 'en', 'ing', 'a', 'or']
const placeEnds =
  'haven mouth wick ness sand pool ford holm by sea gate port bourne head stow marsh well combe fleet rock ham ton dale hithe staithe wharf bank point'.split(
    ' ',
  )

/** The name of a gauge or a landing: some ten thousand, of which a few come up again and again. */
export function stationAt(u: number, v: number): string {
  const count = placeStarts.length * placeEnds.length
  const index = Math.floor(count * u ** 2.5)
  // Neighbours in rank should not sound alike.
  const place = (index * 557) % count
  const start = placeStarts[place % placeStarts.length] ?? ''
  const end = placeEnds[Math.floor(place / placeStarts.length)] ?? ''
  return `${start}${itemAt(placeMiddles, Math.floor(placeMiddles.length * v))}${end}`
}
