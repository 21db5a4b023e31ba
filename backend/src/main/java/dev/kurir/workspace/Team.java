package dev.kurir.workspace;

import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.UserId;
import java.util.List;

/** People who work on the same conversations. */
public record Team(TeamId id, String name, List<UserId> members) {}
