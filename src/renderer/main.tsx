import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './app/theme.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { followFile } from './app/draftKeeper'
import { firstAnswers } from './app/firstAnswers'
import { followRecords, recordsCache } from './app/records'
import { styleNonce, theme } from './app/theme'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')

followRecords()
followFile()
for (const [key, answer] of await firstAnswers) recordsCache.setQueryData(key, answer)
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <QueryClientProvider client={recordsCache}>
        <Notifications position="bottom-right" limit={4} />
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
