package dev.kurir.workspace;

import dev.kurir.platform.FirstPage;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** While there is no owner, the program's first page is the one that creates it; every start makes a new token. */
@Component
class SetUpPage implements FirstPage {
    private final SetUp setUp;

    SetUpPage(SetUp setUp) {
        this.setUp = setUp;
    }

    /** The token exists here and on the screen of whoever started the program, nowhere else. */
    @Override
    public Mono<String> path() {
        return setUp.isNeeded()
                .filter(Boolean::booleanValue)
                .flatMap(_ -> setUp.issueToken())
                .map(token -> "/setup?token=" + token.text())
                .defaultIfEmpty("/");
    }
}
