import { Alert, Autocomplete, Button, Group, Radio, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { importContacts } from '@/api/generated/contact/contact';
import type { ImportContactsBodyExisting } from '@/api/generated/model';
import { FormProblem } from '@/shared/form/form-problem';
import { previewOf, type CsvPreview } from './csv';
import { CsvLook } from './csv-look';
import { FilePicker } from './file-picker';
import classes from './imports.module.css';
import { importQuery, importsQuery, listsQuery } from './queries';

const LARGEST = 50 * 1024 * 1024;

/** Choose a file, see how it will be understood, say where the people go. */
export function ImportForm({ onStarted }: { onStarted: (id: string) => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const lists = useQuery(listsQuery);
  const [file, setFile] = useState<File>();
  const [look, setLook] = useState<CsvPreview>();
  const [refusal, setRefusal] = useState<string>();
  const [list, setList] = useState('');
  const [existing, setExisting] = useState<ImportContactsBodyExisting>('update');

  const start = useMutation({
    meta: { handlesProblem: true },
    mutationFn: (chosen: File) =>
      importContacts({ file: chosen, existing, ...(list.trim() !== '' && { list: list.trim() }) }),
    onSuccess: (started) => {
      client.setQueryData(importQuery(started.id).queryKey, started);
      void client.invalidateQueries({ queryKey: importsQuery.queryKey });
      onStarted(started.id);
    },
  });
  const choose = async (chosen: File) => {
    start.reset();
    setFile(undefined);
    setLook(undefined);
    if (chosen.size === 0) return setRefusal(t`The file is empty.`);
    if (chosen.size > LARGEST) return setRefusal(t`The file is larger than 50 MB. Please split it.`);
    setRefusal(undefined);
    setLook(await previewOf(chosen));
    setFile(chosen);
  };
  const noAddresses =
    look !== undefined && !look.columns.some((column) => 'field' in column && column.field === 'email');
  return (
    <Stack className={classes.form} gap="md">
      <FilePicker file={file} disabled={start.isPending} onChoose={(chosen) => void choose(chosen)} />
      {refusal !== undefined && (
        <Alert color="red" variant="outline" role="alert">
          {refusal}
        </Alert>
      )}
      {start.isError && <FormProblem error={start.error} />}
      {file && look && (
        <>
          <CsvLook look={look} />
          {noAddresses && (
            <Alert color="yellow" variant="outline" role="status">
              <Trans>No column is called “email”. Every line without an address will be refused.</Trans>
            </Alert>
          )}
          <Autocomplete
            maw={420}
            label={t`Put everybody on this list`}
            description={t`Optional. A list that does not exist yet is made.`}
            maxLength={100}
            data={lists.data?.map(({ name }) => name) ?? []}
            value={list}
            onChange={setList}
          />
          <Radio.Group
            label={t`When an address is already there`}
            value={existing}
            onChange={(value) => setExisting(value as ImportContactsBodyExisting)}
          >
            <Stack gap={6} mt={6}>
              <Radio value="update" label={t`Update that contact with the values of the file`} />
              <Radio value="skip" label={t`Leave that contact as it is`} />
            </Stack>
          </Radio.Group>
          <Group>
            <Button loading={start.isPending} onClick={() => start.mutate(file)}>
              <Trans>Start the import</Trans>
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
