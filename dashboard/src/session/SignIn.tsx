import { Button, Code, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { ApiError, apiFor } from '../api/client';
import { BrandIcon } from '../look/icons';
import classes from './SignIn.module.css';

/** Asks for the token and lets in only with one that the server takes. */
export function SignIn({ onToken }: { onToken: (token: string) => void }) {
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsking(true);
    apiFor(token.trim())
      .entry()
      .then(() => {
        onToken(token.trim());
      })
      .catch((error: unknown) => {
        setProblem(sentenceFor(error));
        setAsking(false);
      });
  };

  return (
    <main className={classes.screen}>
      <Paper component="form" onSubmit={submit} className={classes.form}>
        <Stack gap="md">
          <BrandIcon />
          <div>
            <Title order={1} size="h3">
              Sign in to Outreach
            </Title>
            <Text size="sm" mt={4}>
              <Code>./outreach up</Code> prints the address with the token in it, and the token that{' '}
              <Code>OUTREACH_ADMIN_TOKEN</Code> sets works too.
            </Text>
          </div>
          <PasswordInput
            label="Token"
            value={token}
            error={problem}
            data-autofocus
            autoComplete="current-password"
            onChange={(event) => {
              setToken(event.currentTarget.value);
              setProblem(null);
            }}
          />
          <Button type="submit" loading={asking} disabled={token.trim() === ''}>
            Sign in
          </Button>
        </Stack>
      </Paper>
    </main>
  );
}

function sentenceFor(error: unknown): string {
  if (error instanceof ApiError) {
    return error.status === 401 ? 'The server does not know this token.' : error.message;
  }
  return 'A token has only letters, digits and signs of ASCII.';
}
