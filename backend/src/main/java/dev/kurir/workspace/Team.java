package dev.kurir.workspace;

import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.UserId;
import java.util.List;

/**
 * People who work on the same conversations.
 *
 * @param handsOut new ones are handed to members who are online
 */
public record Team(TeamId id, String name, List<UserId> members, boolean handsOut) {}
