import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { PreflightCheck, PreflightCheckCode } from '@/api/generated/model';

/** What a check found, in the words of the screen. A finding without words of ours keeps the server's sentence. */
export function usePreflightText(): (check: PreflightCheck) => string {
  const { t } = useLingui();
  return (check) => {
    const { code, result, params = {}, detail } = check;
    if (result === 'not_checked') return notChecked(code);
    if (result === 'ok') return fine(code, params);
    return trouble(check) ?? detail ?? t`Something is wrong here.`;
  };

  function fine(code: PreflightCheckCode, params: Record<string, string>): string {
    switch (code) {
      case 'account':
        return t`The account is active`;
      case 'audience': {
        const people = Number(params.recipients ?? 0);
        return plural(people, { one: '# person gets it', other: '# people get it' });
      }
      case 'subject':
        return t`There is a subject`;
      case 'body':
        return t`There is a content`;
      case 'variables':
        return t`All variables are known`;
      case 'unsubscribe_link':
        return t`There is an unsubscribe link`;
      case 'missing_values':
        return t`Every variable has a value or a fallback for everybody`;
    }
  }

  function notChecked(code: PreflightCheckCode): string {
    if (code === 'unsubscribe_link') return t`Unsubscribe link: not checked while there is no content`;
    if (code === 'missing_values') return t`Empty values: not checked while nobody gets it`;
    return t`Not checked`;
  }

  function trouble({ code, result, field, params = {} }: PreflightCheck): string | undefined {
    switch (code) {
      case 'account':
        return params.accounts
          ? t`Not active: ${params.accounts}. Activate it, or take it out.`
          : t`Choose an active account that sends it.`;
      case 'audience':
        return t`Nobody would get it. Choose lists or tags with people on them.`;
      case 'subject':
        return result === 'warn'
          ? t`The subject is long: many mail programs cut it after 78 letters.`
          : t`The subject is empty.`;
      case 'body':
        return t`The message says nothing.`;
      case 'unsubscribe_link':
        return field === 'text'
          ? t`The text part has no unsubscribe link: people must be able to say no.`
          : t`There is no unsubscribe link: people must be able to say no.`;
      case 'variables':
        return variable(params);
      case 'missing_values': {
        const name = braces(params.variable ?? '');
        const people = Number(params.count ?? 0);
        return plural(people, {
          one: `# person has no value for ${name}, and it has no fallback.`,
          other: `# people have no value for ${name}, and it has no fallback.`,
        });
      }
    }
  }

  function variable(params: Record<string, string>): string | undefined {
    const { problem, line } = params;
    switch (problem) {
      case 'unknown': {
        const name = braces(params.variable ?? '');
        return t`Nobody has a value for ${name}. Is it written right?`;
      }
      case 'unclosed_tag':
        return t`Line ${line}: a variable is opened and not closed.`;
      case 'bad_tag':
        return t`Line ${line}: this is not a variable that Kurir can read.`;
      case 'forbidden_place':
        return t`Line ${line}: a variable may not stand in this place.`;
      default:
        return undefined;
    }
  }
}

const braces = (name: string) => `{{${name}}}`;
