// `npm run test:long`: the same checks as `npm test`, with every random test at its full length: 200 crashes, long random
// histories, thousands of flipped bits. Takes hours rather than minutes.
process.env.COPPICE_LONG = '1'
await import('./test.mjs')
