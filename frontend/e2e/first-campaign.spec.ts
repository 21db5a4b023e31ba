import { colleagues } from './chapters/colleagues';
import { hostileMail } from './chapters/hostile-mail';
import { inbox } from './chapters/inbox';
import { logs } from './chapters/logs';
import { outbox } from './chapters/outbox';
import { ownAccount } from './chapters/own-account';
import { ownCampaign } from './chapters/own-campaign';
import { people } from './chapters/people';
import { quickReplies } from './chapters/quick-replies';
import { sandbox } from './chapters/sandbox';
import { setUp } from './chapters/set-up';
import { test } from './fixtures';

/** From an empty machine to delivered campaigns, as a newcomer goes; each chapter stands on those before it. */
test.describe.serial('the first campaign', () => {
  setUp();
  sandbox();
  outbox();
  inbox();
  quickReplies();
  logs();
  colleagues();
  ownAccount();
  people();
  ownCampaign();
  hostileMail();
});
