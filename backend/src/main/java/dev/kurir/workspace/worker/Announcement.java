package dev.kurir.workspace.worker;

import dev.kurir.platform.links.BaseUrl;
import dev.kurir.workspace.SetUp;
import dev.kurir.workspace.Token;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says where Kurir is once it can be reached, and hands whoever started it the link that creates the owner. */
@Component
class Announcement {
    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final SetUp setUp;
    private final BaseUrl url;

    Announcement(SetUp setUp, BaseUrl url) {
        this.setUp = setUp;
        this.url = url;
    }

    @EventListener
    void onReady(ApplicationReadyEvent ready) {
        link().subscribe(
                        link -> System.out.println("Kurir is ready: " + link),
                        failure -> LOG.error("The set-up link could not be made", failure));
    }

    /** The token exists here and on the screen of who started the program, nowhere else. */
    private Mono<String> link() {
        return setUp.isNeeded()
                .filter(Boolean::booleanValue)
                .flatMap(_ -> setUp.issueToken())
                .map(Token::text)
                .map(token -> url.get() + "/setup?token=" + token)
                .defaultIfEmpty(url.get() + "/");
    }
}
