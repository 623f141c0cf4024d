import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Redirect, Route, Switch, useSearchParams } from 'wouter';
import { apiFor } from '../api/client';
import { EntryPage } from '../entry/EntryPage';
import { JobsPage } from '../jobs/JobsPage';
import { PipelinePage } from '../pipeline/PipelinePage';
import { QueuePage } from '../queue/QueuePage';
import { SignIn } from '../session/SignIn';
import { forgetToken, keepToken, takeToken } from '../session/token';
import { Shell } from './Shell';

export function App() {
  const [token, setToken] = useState(takeToken);
  const queryClient = useQueryClient();
  const enter = (given: string) => {
    keepToken(given);
    setToken(given);
  };
  const leave = () => {
    forgetToken();
    queryClient.clear();
    setToken(null);
  };
  return token === null ? <SignIn onToken={enter} /> : <Pages token={token} onLeave={leave} />;
}

function Pages({ token, onLeave }: { token: string; onLeave: () => void }) {
  const api = useMemo(() => apiFor(token), [token]);
  const [search] = useSearchParams();
  const workspace = search.get('workspace') ?? 'default';
  return (
    <Shell onLeave={onLeave}>
      <Switch>
        <Route path="/">
          <EntryPage api={api} />
        </Route>
        <Route path="/outreach/social">
          <PipelinePage key={workspace} api={api} workspace={workspace} />
        </Route>
        <Route path="/outreach/jobs">
          <JobsPage key={workspace} api={api} workspace={workspace} />
        </Route>
        <Route path="/outreach/queue">
          <QueuePage key={workspace} api={api} workspace={workspace} />
        </Route>
        <Route>
          <Redirect to="/" />
        </Route>
      </Switch>
    </Shell>
  );
}
