import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Bridge } from '@shared/events'
import { chooseFile, runImport } from './pages/importing'
import { addMember, addSession, ask, localToday } from './pages/records'
import { sessionsScreen } from './pages/sessions'
import { exploreSample, goTo, startEmpty } from './pages/shell'
import { type Coppice, expect, test } from './support/launch'

/** What an attacker would do who got a script to run in the window: each of it fails, and says so. */

test('the page has a policy that forbids everything but its own files', async ({ coppice }) => {
  const { window } = coppice
  // The page's own answer, asked for once more from within.
  const policy = await window.evaluate(async () =>
    (await fetch(location.href)).headers.get('content-security-policy'),
  )
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).toMatch(/style-src 'self' 'nonce-[\w+/=]+'/)
  expect(policy).not.toContain('unsafe')
  expect(policy).not.toContain('http')
  const again = await window.evaluate(async () =>
    (await fetch(location.href)).headers.get('content-security-policy'),
  )
  expect(again, 'a new nonce for every page').not.toBe(policy)
})

test('nothing of Node or Electron is in reach of the page', async ({ coppice }) => {
  const { window } = coppice
  const reach = await window.evaluate(() => {
    const page = globalThis as unknown as Record<string, unknown>
    return {
      names: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => page[name] !== undefined,
      ),
      bridge: Object.keys(page.coppice as object).sort(),
    }
  })
  expect(reach).toEqual({ names: [], bridge: ['call', 'cancel', 'dropped', 'on'] })
  const preferences = await coppice.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Not in the type, but there: what the window was made with in the end.
    const { getLastWebPreferences } = contents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return getLastWebPreferences.call(contents)
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    nodeIntegration: false,
    sandbox: true,
    webviewTag: false,
  })
})

test('scripts from strings, inline scripts and event attributes do not run', async ({ coppice }) => {
  const { window } = coppice
  const problems = coppice.problems
  const ran = await window.evaluate(async () => {
    const page = globalThis as unknown as { hits: string[] }
    page.hits = []
    // A string that is run is what is to be tried here.
    const viaTimer = setTimeout as unknown as (code: string) => void
    try {
      viaTimer('hits.push("timer")')
    } catch {}
    const script = document.createElement('script')
    script.textContent = 'hits.push("inline")'
    document.body.append(script)
    const holder = document.createElement('div')
    holder.innerHTML = '<img src="data:image/png;base64,x" onerror="hits.push(\'attribute\')">'
    document.body.append(holder)
    const outside = document.createElement('script')
    outside.src = 'https://example.com/x.js'
    document.body.append(outside)
    await new Promise((done) => setTimeout(done, 300))
    return page.hits
  })
  expect(ran).toEqual([])
  expect(problems.join('\n')).toContain('Content Security Policy')
  problems.length = 0
})

test('the page cannot go anywhere else, nor open anything', async ({ coppice, folder }) => {
  const { app, window, problems } = coppice
  await writeFile(join(folder, 'other.html'), '<h1>Elsewhere</h1>')
  const home = window.url()
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  for (const target of [
    'https://example.com/',
    `file://${join(folder, 'other.html')}`,
    'file:///etc/passwd',
    'coppice://evil/',
    'data:text/html,<h1>Elsewhere</h1>',
  ]) {
    await window.evaluate((address) => {
      location.href = address
    }, target)
    const opened = await window.evaluate((address) => globalThis.open(address) === null, target)
    expect(opened, target).toBe(true)
    await window.evaluate((address) => {
      const link = document.createElement('a')
      link.href = address
      link.target = '_blank'
      document.body.append(link)
      link.click()
      link.remove()
    }, target)
    // Asked of the page itself: Playwright would wait for the navigation that never comes.
    const there = await window.evaluate(() => [location.href, document.querySelector('h1')?.textContent])
    expect(there, target).toEqual([home, expect.stringContaining('Coppice')])
  }
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  problems.length = 0
})

test('no request leaves the computer in a whole session of work', async ({ coppice, folder }) => {
  test.setTimeout(120_000)
  const { app, window, problems } = coppice
  // What was let through: heard after everything that may forbid it.
  await app.evaluate(({ session }) => {
    const seen = globalThis as unknown as { sent: string[] }
    seen.sent = []
    session.defaultSession.webRequest.onSendHeaders(({ url }) => {
      seen.sent.push(url)
    })
  })
  await exploreSample(coppice, join(folder, 'Sample'))
  for (const screen of ['Members', 'Sessions', 'Activity', 'Reports', 'Settings', 'Today'] as const)
    await goTo(window, screen)
  await expect(window.getByRole('main').getByRole('button', { name: 'New session' })).toBeVisible()
  const sent = await app.evaluate(() => (globalThis as unknown as { sent: string[] }).sent)
  expect(sent.length, 'the listener hears what the page loads').toBeGreaterThan(0)
  expect(sent.filter((url) => !/^(coppice|data|blob|devtools):/.test(url))).toEqual([])

  // And when the page tries, nothing arrives: not even on this very computer.
  let visits = 0
  const server = createServer((_request, response) => {
    visits++
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const outcome = await window.evaluate(async (host) => {
    const image = new Promise<string>((done) => {
      const picture = new Image()
      picture.onload = () => done('loaded')
      picture.onerror = () => done('refused')
      picture.src = `http://${host}/picture.png`
    })
    const fetched = fetch(`http://${host}/`).then(
      () => 'loaded',
      () => 'refused',
    )
    const socket = new Promise<string>((done) => {
      try {
        const line = new WebSocket(`ws://${host}/`)
        line.onopen = () => done('loaded')
        line.onerror = () => done('refused')
      } catch {
        done('refused')
      }
    })
    const beacon = navigator.sendBeacon(`http://${host}/`) ? 'queued' : 'refused'
    return { image: await image, fetched: await fetched, socket: await socket, beacon }
  }, address)
  expect(outcome).toMatchObject({ image: 'refused', fetched: 'refused', socket: 'refused' })
  server.close()
  expect(visits).toBe(0)
  problems.length = 0
})

test('what the page asks of the system is denied, but for copying', async ({ coppice }) => {
  const { window } = coppice
  const answers = await window.evaluate(async () => {
    const state = async (name: string) =>
      navigator.permissions.query({ name: name as PermissionName }).then(
        (permission) => permission.state,
        () => 'unknown here',
      )
    const names = ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi']
    const asked = await Promise.all(names.map(async (name) => [name, await state(name)]))
    const place = await new Promise<string>((done) => {
      navigator.geolocation.getCurrentPosition(
        () => done('told'),
        ({ code }) => done(`refused ${code}`),
      )
    })
    const notifies = await Notification.requestPermission()
    const reads = await navigator.clipboard.readText().then(
      () => 'read',
      () => 'refused',
    )
    return { asked: Object.fromEntries(asked) as Record<string, string>, place, notifies, reads }
  })
  expect(Object.values(answers.asked)).not.toContain('granted')
  expect(answers).toMatchObject({ place: 'refused 1', notifies: 'denied', reads: 'refused' })
})

test('only operations of the contract that are meant for windows are answered', async ({
  coppice,
  folder,
}) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Contract'))
  const scope = { memberIds: [], matchId: null, from: null, to: null }
  const request = { scope, redaction: 'none', today: localToday() }
  const target = join(folder, 'stolen.csv')
  for (const [name, input] of [
    ['exports.write', { ...request, format: 'csv', path: target }],
    ['exports.document', request],
    ['imports.writeRejected', { path: target }],
    ['program.begin', { name: 'Mine now', timeZone: 'UTC' }],
    ['program.fillSample', { today: localToday(), seed: 1, members: 1, sessions: 1, interactions: 1 }],
    ['__proto__', {}],
    ['constructor', {}],
    ['toString', {}],
    ['hasOwnProperty', {}],
    ['', {}],
    ['members.list ', {}],
    ['nothing.such', {}],
    [null, {}],
    [{ toString: 'members.list' }, {}],
    [['members.list'], {}],
  ] as const) {
    expect(await ask(window, name, input), JSON.stringify(name)).toMatchObject({
      ok: false,
      error: { code: 'unknown-operation' },
    })
  }
  await expect(readFile(target)).rejects.toThrow()
  for (const input of [
    null,
    undefined,
    'text',
    [],
    { id: 1, extra: true },
    { id: '1' },
    { id: -1 },
    { id: 1.5 },
    { id: { toString: 1 } },
  ]) {
    expect(await ask(window, 'members.get', input), JSON.stringify(input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
  }
})

test('a path is no token: no file can be named by the page', async ({ coppice, folder }) => {
  const { window } = coppice
  const secret = join(folder, 'secret.csv')
  await writeFile(secret, 'Name\nSecret Person\n')
  await startEmpty(coppice, join(folder, 'Tokens'))
  const inspect = {
    kind: null,
    encoding: null,
    delimiter: null,
    headerLine: null,
    mapping: null,
  }
  for (const file of [secret, `file://${secret}`, '../secret.csv', '/etc/passwd', '__proto__', 'constructor'])
    expect(await ask(window, 'imports.inspect', { ...inspect, file }), file).toMatchObject({
      ok: false,
      error: { code: 'file-not-found' },
    })
  for (const token of [secret, '/etc/passwd', 'constructor'])
    expect(await ask(window, 'programFile.open', { token }), token).toMatchObject({
      ok: false,
      error: { code: 'file-not-found' },
    })
  // Not by a made-up "dropped" file either: only a real drop knows where a file lies.
  const dropped = await window.evaluate(
    (name) => (globalThis as unknown as { coppice: Bridge }).coppice.dropped(new File(['x'], name)),
    secret,
  )
  expect(dropped).toBeNull()
})

test('an answer names no path of this computer', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Paths'))
  const state = await ask(window, 'programFile.state', {})
  expect(JSON.stringify(state)).not.toContain('Paths.coppice/')
  expect(JSON.stringify(await ask(window, 'programFile.open', { token: 'none' }))).not.toContain(folder)
})

test('a frame inside the page gets no bridge', async ({ coppice }) => {
  const { window } = coppice
  const inside = await window.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.src = '/'
    document.body.append(frame)
    await new Promise((done) => {
      frame.onload = done
      setTimeout(done, 2000)
    })
    const content = frame.contentWindow as unknown as { coppice?: Bridge } | null
    let found = 'none'
    try {
      found = content?.coppice ? await content.coppice.call('programFile.state', {}, 'x') : 'none'
    } catch {
      found = 'refused'
    }
    frame.remove()
    return found
  })
  expect(inside === 'none' || inside.includes('"ok":false') || inside === 'refused', inside).toBe(true)
  coppice.problems.length = 0
})

const markup = [
  '<img src=x onerror="hits++">',
  '<script>hits++</script>',
  '<svg onload="hits++">',
  '<iframe srcdoc="<p>in</p>"></iframe>',
  '<b class="planted">bold</b>',
  '"><i class="planted">',
  '[link](javascript:hits++)',
  '![picture](https://example.com/x.png)',
  '<a href="javascript:hits++">click</a>',
]

async function expectOnlyText(window: Page): Promise<void> {
  const planted = await window.evaluate(
    () =>
      document.querySelectorAll('.planted, img[src="x"], [onerror], [onload], a[href^="javascript"]').length,
  )
  expect(planted).toBe(0)
}

test('what people write stays text: in names, notes, places and imports', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Markup'))
  const id = await addMember(window, {
    name: `Eve ${markup[0]}`,
    location: markup[4] ?? '',
    department: markup[1] ?? '',
    about: markup.join('\n\n'),
    skillsOffered: [markup[4] ?? ''],
  })
  await addSession(window, {
    attendeeIds: [id],
    title: markup[4] ?? '',
    notes: `needle ${markup.join('\n\n')}`,
    topics: [markup[1] ?? ''],
    actionItems: [{ id: null, text: markup[0] ?? '', ownerId: id, dueOn: localToday(), doneOn: null }],
  })
  await expect(window.getByText(`Eve ${markup[0]}`).first()).toBeVisible()
  await expectOnlyText(window)
  await goTo(window, 'Members')
  await window.getByRole('grid', { name: 'Members' }).locator('[data-index]').first().click()
  await expect(window.getByRole('complementary', { name: 'Profile' })).toContainText('<b class="planted">')
  await expectOnlyText(window)
  await goTo(window, 'Sessions')
  const { search, rows, reader } = sessionsScreen(window)
  await search.fill('needle')
  await rows.first().click()
  await expect(reader).toContainText('<script>hits++</script>')
  await expectOnlyText(window)
  await reader.getByRole('button', { name: 'Edit' }).click()
  await expect(window.getByRole('textbox', { name: 'Notes' })).toContainText('planted')
  await expectOnlyText(window)
  await goTo(window, 'Activity')
  await expect(window.getByRole('figure')).toHaveCount(8)
  await expectOnlyText(window)
  await goTo(window, 'Reports')
  await window.getByRole('radio', { name: 'Everything' }).check()
  const preview = window.frameLocator('iframe[title="Preview of the summary"]')
  await expect(preview.locator('body')).toContainText('needle')
  expect(await preview.locator('.planted, script, img[src^="http"], iframe, [onerror]').count()).toBe(0)

  const file = join(folder, 'eve.csv')
  await writeFile(
    file,
    `Name,E-mail,About\n"${markup[4]?.replaceAll('"', '""')}",eve@x.example,${markup[1]}\n`,
  )
  await goTo(window, 'Members')
  await window.getByRole('button', { name: 'Import…' }).click()
  await chooseFile(coppice, file)
  await expect(window.getByText('<script>hits++</script>').first()).toBeVisible()
  await expectOnlyText(window)
  await runImport(window)
  await expectOnlyText(window)
})

test('a link in a note opens outside only when the user says so', async ({ coppice, folder }) => {
  const { window } = coppice
  await startEmpty(coppice, join(folder, 'Links'))
  await trackOpening(coppice)
  const id = await addMember(window, { name: 'Noor Haddad' })
  await addSession(window, {
    attendeeIds: [id],
    notes: 'See [the guide](https://example.org/guide).',
  })
  await goTo(window, 'Sessions')
  const { rows, reader } = sessionsScreen(window)
  await rows.first().click()
  await coppice.answerMessageBox(1)
  await reader.getByText('the guide').click()
  await coppice.answerMessageBox(0)
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'smb://host/share', 'not an address'])
    expect(await ask(window, 'links.open', { url }), url).toEqual({ ok: true, value: { opened: false } })
  expect(await openedOutside(coppice)).toEqual([])
  await reader.getByText('the guide').click()
  await expect.poll(() => openedOutside(coppice)).toEqual(['https://example.org/guide'])
})

/** Notes what would be handed to the system instead of handing it over. */
async function trackOpening({ app }: Coppice): Promise<void> {
  await app.evaluate(({ shell }) => {
    const seen = globalThis as unknown as { opened: string[] }
    seen.opened = []
    shell.openExternal = async (url) => {
      seen.opened.push(url)
    }
  })
}

function openedOutside({ app }: Coppice): Promise<string[]> {
  return app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
}
