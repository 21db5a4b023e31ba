package dev.kurir.contact.web;

import dev.kurir.contact.NewImport;
import dev.kurir.platform.KurirProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Keeps uploaded files in the data folder until their import has ended. */
@Component
class Uploads {
    private static final int MOST_NAME = 255;

    private final Path folder;

    Uploads(KurirProperties properties) {
        this.folder = properties.data().resolve("imports");
    }

    Mono<NewImport> keep(FilePart file, UploadOptions options) {
        String name = harmless(file.filename());
        String list = options.listName();
        return Mono.fromCallable(this::freshFile)
                .subscribeOn(Schedulers.boundedElastic())
                .delayUntil(file::transferTo)
                .publishOn(Schedulers.boundedElastic())
                .flatMap(path -> Mono.fromCallable(
                        () -> new NewImport(path, name, Files.size(path), list, options.updatesExisting())));
    }

    private Path freshFile() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "upload-", ".csv");
    }

    /** The name is only shown; it never becomes a path. */
    static String harmless(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(MOST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.isBlank() ? "import.csv" : clean;
    }
}
