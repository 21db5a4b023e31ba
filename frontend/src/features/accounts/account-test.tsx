import { Alert, Button } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { IconCheck, IconMinus, IconPlugConnected, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { testAccount } from '@/api/generated/account/account';
import type { AccountTest as Test, TestStep, TestStepResult, TestStepStep } from '@/api/generated/model';
import { FormProblem } from '@/shared/form/form-problem';
import { useFormats } from '@/shared/format/format';
import { testOf } from './account-values';
import type { AccountFormState } from './group';
import classes from './account-form.module.css';

const STEPS: Record<TestStepStep, MessageDescriptor> = {
  dns: msg`Find the server (DNS)`,
  connect: msg`Connect`,
  tls: msg`Secure the connection (TLS)`,
  login: msg`Log in`,
  mail_from: msg`Accept the sender (MAIL FROM)`,
};

const RESULTS: Record<TestStepResult, { icon: typeof IconCheck; label: MessageDescriptor }> = {
  ok: { icon: IconCheck, label: msg`worked` },
  failed: { icon: IconX, label: msg`failed` },
  skipped: { icon: IconMinus, label: msg`not tried` },
};

/** Tries the settings as they stand in the form. Nothing is stored and no mail is sent. */
export function AccountTest({ form, accountId }: { form: AccountFormState; accountId: string | undefined }) {
  const { t } = useLingui();
  const test = useMutation({
    meta: { handlesProblem: true },
    mutationFn: () => testAccount(testOf(form.values, accountId)),
  });
  const said = useRef<HTMLDivElement>(null);
  const ended = test.data ?? test.error;
  // The button stands at the end of a long form: what it found must not be below the edge.
  useEffect(() => {
    if (ended) said.current?.scrollIntoView?.({ block: 'nearest' });
  }, [ended]);
  return (
    <div ref={said}>
      <Button
        variant="default"
        leftSection={<IconPlugConnected size={16} />}
        loading={test.isPending}
        disabled={form.values.smtp.host.trim() === ''}
        onClick={() => test.mutate()}
      >
        <Trans>Test the connection</Trans>
      </Button>
      <div role="status" aria-live="polite">
        {test.data && <Outcome test={test.data} label={t`Steps of the test`} />}
      </div>
      {test.error && (
        <div style={{ marginTop: 12 }}>
          <FormProblem error={test.error} />
        </div>
      )}
    </div>
  );
}

function Outcome({ test, label }: { test: Test; label: string }) {
  const { t } = useLingui();
  return (
    <>
      <Alert
        mt="md"
        variant="light"
        color={test.ok ? 'green' : 'red'}
        title={test.ok ? t`Email Automation is ready` : t`The test failed`}
      >
        {!test.ok && t`You can save anyway; the account will say what is wrong until it works.`}
      </Alert>
      <ul className={classes.steps} aria-label={label}>
        {test.steps.map((step) => (
          <StepLine key={`${step.protocol}-${step.step}`} step={step} />
        ))}
      </ul>
    </>
  );
}

function StepLine({ step: { protocol, step, result, detail, millis } }: { step: TestStep }) {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  const { icon: Icon, label } = RESULTS[result];
  return (
    <li className={classes.step} data-result={result}>
      <Icon size={16} stroke={2.2} aria-hidden />
      <span>
        {protocol.toUpperCase()} · {i18n._(STEPS[step])}
        <span className="k-hidden">: {i18n._(label)}</span>
      </span>
      <span className={classes.millis}>
        {typeof millis === 'number' && result !== 'skipped' ? t`${formats.number(millis)} ms` : i18n._(label)}
      </span>
      {detail && <span className={classes.words}>{detail}</span>}
    </li>
  );
}
