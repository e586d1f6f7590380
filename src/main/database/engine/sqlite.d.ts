/** The package has types, but its `exports` hide them; tsconfig.json says where they are. */
declare module 'better-sqlite3-multiple-ciphers' {
  import Database = require('better-sqlite3-multiple-ciphers/types')
  export = Database
}
