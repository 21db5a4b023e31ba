package dev.kurir.campaign;

import dev.kurir.kernel.CampaignId;
import dev.kurir.outbox.AccountLoad;
import java.util.List;

/**
 * What depends on an account.
 *
 * @param campaigns those that are not over
 */
public record AccountDependents(AccountLoad load, List<Named<CampaignId>> campaigns) {}
