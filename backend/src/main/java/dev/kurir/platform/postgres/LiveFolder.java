package dev.kurir.platform.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** A folder that somebody else works in: what goes while it is read is left out, where {@link Files#walk} gives up. */
final class LiveFolder extends SimpleFileVisitor<Path> {
    private final Path top;
    private final List<Path> found = new ArrayList<>();

    private LiveFolder(Path top) {
        this.top = top;
    }

    /** @return everything below {@code top}, each folder before what it holds */
    static List<Path> paths(Path top) throws IOException {
        LiveFolder folder = new LiveFolder(top);
        Files.walkFileTree(top, folder);
        return folder.found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
        if (!path.equals(top)) {
            found.add(path);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        found.add(path);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failed) throws IOException {
        if (failed instanceof NoSuchFileException && !path.equals(top)) {
            return FileVisitResult.CONTINUE;
        }
        throw failed;
    }
}
