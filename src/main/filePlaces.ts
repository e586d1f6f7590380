import type { PlaceNotice } from '@shared/contract/programFile'
import type { AppSettings } from './appSettings'
import { realPlaceOf } from './database/realPlace'
import { lookAt, type Place } from './files/places/look'
import { probes } from './files/places/probes'
import { whileOpen } from './files/places/words'

interface Settings {
  get(): AppSettings
  set(settings: AppSettings): void
}

/** Where the open file is, and what its user knows of that. */
export class FilePlaces {
  private file: string | null = null
  private found: { path: string; place: Place } | null = null
  private looks = 0

  /** @param onTold hears that there is something to be told of the open file. */
  constructor(
    private readonly settings: Settings,
    private readonly onTold: () => void,
  ) {}

  /** Whether the disk was asked and has not answered: the process cannot end by itself then. */
  get hang(): boolean {
    return this.looks > 0
  }

  /** Another file is open, or none. Nobody waits for what is found. */
  follow(file: string | null): void {
    if (file === this.file) return
    this.file = file
    this.found = null
    if (file !== null) void this.find(file)
  }

  /** What is to be told of the open file now. */
  get notice(): PlaceNotice | null {
    if (this.found === null) return null
    const { path, place } = this.found
    const kept = this.settings.get().keptPlaces[path]
    return whileOpen(place, {
      keeps: kept !== undefined && kept.by === keeperOf(place),
      known: kept?.conflicts ?? [],
    })
  }

  /** The place of a file that is there, or is to be made. */
  async of(file: string): Promise<Place> {
    this.looks++
    try {
      return await lookAt(file, probes)
    } finally {
      this.looks--
    }
  }

  /** A file is to stay in a place, whatever was said of it. */
  async keep(file: string, place: Place): Promise<void> {
    const path = await realPlaceOf(file)
    const settings = this.settings.get()
    const kept = { by: keeperOf(place), conflicts: place.conflicts }
    this.settings.set({ ...settings, keptPlaces: { ...settings.keptPlaces, [path]: kept } })
  }

  /** The open file is to stay where it is. */
  async keepOpen(): Promise<void> {
    if (this.found) await this.keep(this.found.path, this.found.place)
  }

  private async find(file: string): Promise<void> {
    const path = await realPlaceOf(file)
    const place = await this.of(path)
    if (file !== this.file) return
    this.found = { path, place }
    if (this.notice !== null) this.onTold()
  }
}

/** Who has the folder beside this computer; null when nobody is known to. */
function keeperOf({ service, far }: Place): string | null {
  return service ?? (far ? 'the network' : null)
}
