package dev.kurir.platform.launch.worker;

import dev.kurir.platform.FirstPage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says on standard output where the program is to be found, when it is. */
@Component
class ReadyAnnouncement implements ApplicationListener<ApplicationReadyEvent> {

    private final ObjectProvider<FirstPage> firstPage;

    ReadyAnnouncement(ObjectProvider<FirstPage> firstPage) {
        this.firstPage = firstPage;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port", "");
        Mono.justOrEmpty(firstPage.getIfAvailable())
                .flatMap(FirstPage::path)
                .defaultIfEmpty("/")
                // A path that cannot be found out is no reason to be silent; the page itself will tell what is wrong.
                .onErrorReturn("/")
                .subscribe(path -> announce(port, path));
    }

    /** To standard output, not to the log: the address holds the set-up token, which must not end up in a log file. */
    private static void announce(String port, String path) {
        System.out.println("Kurir is ready: http://localhost:" + port + ("/".equals(path) ? "" : path));
    }
}
