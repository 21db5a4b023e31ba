import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Rotation } from '@/api/generated/model';

/** How messages are shared out, in the order of the choice. */
export const ROTATIONS: Record<Rotation, MessageDescriptor> = {
  even: msg`Evenly`,
  weight: msg`By weight`,
  sticky: msg`The account they know`,
};

export const EXPLAINED: Record<Rotation, MessageDescriptor> = {
  even: msg`Every account sends as many as the others.`,
  weight: msg`An account with weight 2 sends twice as many as one with weight 1.`,
  sticky: msg`Who has got mail from one of them before gets it from the same one; the others by weight.`,
};
