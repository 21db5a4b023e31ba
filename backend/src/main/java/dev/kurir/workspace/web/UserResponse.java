package dev.kurir.workspace.web;

import dev.kurir.kernel.UserId;
import dev.kurir.workspace.Language;
import dev.kurir.workspace.User;
import java.util.Locale;

record UserResponse(UserId id, String name, String email, String role, Language language) {
    static UserResponse of(User user) {
        return new UserResponse(
                user.id(), user.name(), user.email(), user.role().name().toLowerCase(Locale.ROOT), user.language());
    }
}
