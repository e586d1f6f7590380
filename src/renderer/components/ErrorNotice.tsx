import { Alert, Button } from '@mantine/core'

interface Props {
  message: string
  onRetry?: () => void
}

/** A failure, in words, where its answer would have been. */
export function ErrorNotice({ message, onRetry }: Props) {
  return (
    <Alert color="red" variant="light" role="alert">
      {message}
      {onRetry ? (
        <Button variant="default" size="xs" mt={8} display="block" onClick={onRetry}>
          Try again
        </Button>
      ) : null}
    </Alert>
  )
}
