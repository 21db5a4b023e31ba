package dev.kurir.workspace;

import dev.kurir.kernel.SingleLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people may change about themselves. */
@Component
public class Profiles {
    private final Users users;

    Profiles(Users users) {
        this.users = users;
    }

    public Mono<User> get(Caller caller) {
        return users.get(caller.userId());
    }

    /** Null leaves things as they are. */
    public Mono<User> update(Caller caller, @Nullable String name, @Nullable Language language) {
        return users.get(caller.userId()).flatMap(user -> update(user, name, language));
    }

    private Mono<User> update(User user, @Nullable String name, @Nullable Language language) {
        String newName = name == null ? user.name() : SingleLine.require("/name", name.strip());
        Language newLanguage = language == null ? user.language() : language;
        return users.update(user.id(), newName, newLanguage).then(users.get(user.id()));
    }
}
