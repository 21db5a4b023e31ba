package dev.kurir.workspace.web;

import dev.kurir.kernel.UserId;
import dev.kurir.workspace.Colleague;
import dev.kurir.workspace.Language;
import dev.kurir.workspace.User;
import java.util.Locale;

record ColleagueResponse(UserId id, String name, String email, String role, Language language, boolean online) {
    static ColleagueResponse of(Colleague colleague) {
        User user = colleague.user();
        return new ColleagueResponse(
                user.id(),
                user.name(),
                user.email(),
                user.role().name().toLowerCase(Locale.ROOT),
                user.language(),
                colleague.isOnline());
    }
}
