export interface PersonName {
  /** As the person writes it. */
  full: string
  /** What colleagues say. */
  short: string
  sort: string
  /** In Latin letters, when `full` is in another script. */
  latin: string | null
  /** The part of an e-mail address before the `@`. */
  mailbox: string
  female: boolean
}
