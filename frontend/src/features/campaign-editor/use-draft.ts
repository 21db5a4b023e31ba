import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { getCampaign, getGetCampaignQueryKey, updateCampaign } from '@/api/generated/campaign/campaign';
import type { Campaign } from '@/api/generated/model';
import { Autosave, type SavingState } from './autosave';
import { differences, draftOf, updateOf, type Draft } from './draft';

export type DraftForm = {
  values: Draft;
  saving: SavingState<Draft>;
  /** How the server last saw it; figures about the draft are about this one. */
  stored: Campaign;
  change: (changes: Partial<Draft>) => void;
  flush: () => Promise<boolean>;
  /** As `flush`; the version of what the screen shows, where all of it is stored. */
  store: () => Promise<string | undefined>;
  /** Whether something would be lost by leaving now. */
  unsaved: () => boolean;
  theirs: () => Promise<Campaign>;
  resolve: (choice: 'mine' | 'theirs', theirs: Campaign) => Promise<boolean>;
};

/** A draft that stores itself. Changes of others are taken in as long as nothing of ours waits to be stored. */
export function useDraft(campaign: Campaign): DraftForm {
  const client = useQueryClient();
  const { id } = campaign;
  const [values, setValues] = useState(() => draftOf(campaign));
  const [stored, setStored] = useState(campaign);
  const [saver] = useState(
    () =>
      new Autosave<Draft, Campaign>(
        campaign.version,
        (changes, version) => updateCampaign(id, updateOf(changes), { headers: { 'If-Match': version } }),
        (saved) => {
          client.setQueryData(getGetCampaignQueryKey(id), saved);
          setStored(saved);
        },
      ),
  );
  const saving = useSyncExternalStore(saver.watch, saver.getState);

  if (campaign.version !== stored.version && saver.accepts(campaign.version)) {
    saver.adopt(campaign.version);
    setStored(campaign);
    if (differences(draftOf(campaign), values).length > 0) setValues(draftOf(campaign));
  }
  useEffect(() => () => void saver.flush(), [saver]);

  return {
    values,
    saving,
    stored,
    change(changes) {
      setValues((old) => ({ ...old, ...changes }));
      saver.change(changes);
    },
    flush: () => saver.flush(),
    store: async () => ((await saver.flush()) ? saver.version : undefined),
    unsaved: () => !saver.isIdle,
    theirs: () => getCampaign(id),
    resolve(choice, theirs) {
      client.setQueryData(getGetCampaignQueryKey(id), theirs);
      setStored(theirs);
      const { state } = saver.getState();
      const mine = state === 'conflict' ? (saver.getState() as { mine: Partial<Draft> }).mine : {};
      setValues(choice === 'theirs' ? draftOf(theirs) : { ...draftOf(theirs), ...mine });
      return saver.resolve(choice, theirs.version);
    },
  };
}
