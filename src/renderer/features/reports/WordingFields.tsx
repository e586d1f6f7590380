import { Button, FileButton, Textarea, TextInput } from '@mantine/core'
import { tellError } from '@renderer/app/notify'
import { TextButton } from '@renderer/components/TextButton'
import { largestLogo, logoAddress, logoOf, logoType } from '@shared/domain/report/logo'
import classes from './Reports.module.css'
import { useReportsView } from './reportsView'

/** What stands around what the records tell: a title, words before and after, and a picture. */
export function WordingFields({ usualTitle }: { usualTitle: string }) {
  const { design, change } = useReportsView()

  async function takeLogo(file: File | null) {
    if (file === null) return
    const bytes = new Uint8Array(file.size > largestLogo ? [] : await file.arrayBuffer())
    const type = logoType(bytes)
    const address = type === null ? null : logoAddress(type, bytes)
    if (address === null || logoOf(address) === null)
      tellError({ message: 'A logo is a PNG or JPEG picture of at most 1 MB. Choose another one.' })
    else change({ logo: address })
  }

  return (
    <>
      <TextInput
        label="Title"
        placeholder={usualTitle}
        dir="auto"
        maxLength={200}
        value={design.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Textarea
        label="Opening words"
        placeholder="What a reader should know first; **Markdown**"
        dir="auto"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
        value={design.opening}
        onChange={(event) => change({ opening: event.currentTarget.value })}
      />
      <Textarea
        label="Closing words"
        placeholder="Thanks, and whom to ask"
        dir="auto"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
        value={design.closing}
        onChange={(event) => change({ closing: event.currentTarget.value })}
      />
      <div className={classes.logo}>
        {design.logo === null ? null : <img src={design.logo} alt="Logo" />}
        <FileButton accept="image/png,image/jpeg" onChange={(file) => void takeLogo(file)}>
          {(props) => (
            <Button {...props} variant="default" size="compact-sm">
              {design.logo === null ? 'Add a logo…' : 'Another logo…'}
            </Button>
          )}
        </FileButton>
        {design.logo === null ? null : (
          <TextButton onClick={() => change({ logo: null })}>Take it away</TextButton>
        )}
      </div>
    </>
  )
}
