import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'

/**
 * What the packaged app's Electron may do: every fuse there is, so that a new one is a decision.
 * @type {Record<FuseV1Options, boolean>}
 */
export const fuses = {
  // Nobody can make a plain Node, a debugger or a file server of the installed app.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // The app's code is the one that was packaged, from the one place where it is.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.EnableCookieEncryption]: true,
  // Electron's own defaults.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
}

/** Fuses that the fallback's older Electron does not know yet. */
export const fusesOfNewerElectron = [FuseV1Options.WasmTrapHandlers]

/**
 * How the app is packaged with a given Electron. Used by scripts/package.mjs.
 * @param {import('./scripts/runtime/resolve.mjs').Runtime} runtime
 * @returns {import('electron-builder').Configuration}
 */
export function packaging(runtime) {
  return {
    appId: 'org.coppice.desktop',
    productName: 'Coppice',
    directories: { output: 'dist', buildResources: 'resources' },
    electronDist: runtime.distribution,
    electronVersion: runtime.version,
    // better-sqlite3 needs no rebuilding: it carries a binary of its own for every platform.
    npmRebuild: false,
    asar: true,
    asarUnpack: ['**/*.node', 'node_modules/better-sqlite3-multiple-ciphers/**'],
    files: [
      'out/{main,preload,renderer}/**',
      'resources/icon.png',
      'package.json',
      // Parts of dependencies that only a browser, a compiler or a type checker would read.
      '!**/*.{map,d.ts,d.cts,d.mts}',
      '!node_modules/better-sqlite3-multiple-ciphers/{deps,src}/**',
      '!node_modules/docx/dist/*.{iife.js,umd.cjs}',
      '!node_modules/exceljs/dist/**',
      ...addon(runtime),
    ],
    fileAssociations: [
      {
        ext: 'coppice',
        name: 'Coppice program file',
        description: 'A mentoring program kept in Coppice',
        mimeType: 'application/vnd.coppice.program',
        role: 'Editor',
      },
    ],
    linux: { category: 'Office', icon: 'resources/icon.png', executableName: 'coppice' },
    mac: { category: 'public.app-category.productivity', icon: 'resources/icon.png' },
    win: { icon: 'resources/icon.png' },
    afterPack: finish(runtime),
  }
}

/**
 * The addon that belongs to this Electron; the package's own is used unless it is the fallback.
 * @param {import('./scripts/runtime/resolve.mjs').Runtime} runtime
 */
function addon({ nativeBinding }) {
  const other = `!(${process.platform}-${process.arch}).node`
  if (nativeBinding === null) return [`!node_modules/better-sqlite3-multiple-ciphers/prebuilds/${other}`]
  const to = 'node_modules/better-sqlite3-multiple-ciphers/build/Release'
  return [
    '!node_modules/better-sqlite3-multiple-ciphers/prebuilds/**',
    { from: join(nativeBinding, '..'), to, filter: ['better_sqlite3.node'] },
  ]
}

/**
 * @param {import('./scripts/runtime/resolve.mjs').Runtime} runtime
 * @returns {NonNullable<import('electron-builder').Configuration['afterPack']>}
 */
function finish({ fallback }) {
  const known = Object.entries(fuses).filter(
    ([fuse]) => !(fallback && fusesOfNewerElectron.includes(/** @type {FuseV1Options} */ (Number(fuse)))),
  )
  return async (context) => {
    // An unpacked Electron brings the app that it shows when it has none.
    rmSync(join(context.appOutDir, 'resources', 'default_app.asar'), { force: true })
    const { FuseVersion } = await import('@electron/fuses')
    await context.packager.addElectronFuses(context, {
      version: FuseVersion.V1,
      ...Object.fromEntries(known),
    })
  }
}
