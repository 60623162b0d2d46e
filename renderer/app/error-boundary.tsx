import { Button, Center, Stack, Text, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { t } from '../../shared/words/translate.ts'
import { errorSentence } from '../error-messages.ts'

/** Keeps a fault of one screen from emptying the window: says so and offers the way back. */
export class ErrorBoundary extends Component<{ children: ReactNode; onRecover: () => void }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children
    const recover = () => {
      this.props.onRecover()
      this.setState({ error: undefined })
    }
    return (
      <Center h="100vh" p="xl">
        <Stack maw={560} role="alert">
          <Title order={1} size="h2">
            {t('This screen stopped working')}
          </Title>
          <Text>{errorSentence(this.state.error)}</Text>
          <Button onClick={recover} w="fit-content">
            {t('Back to the clients')}
          </Button>
        </Stack>
      </Center>
    )
  }
}
