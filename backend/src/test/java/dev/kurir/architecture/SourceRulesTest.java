package dev.kurir.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that only the text of the source shows. */
class SourceRulesTest {

    private static final int LONGEST = 300;
    private static final Pattern FIXED_PORT = Pattern.compile(
            "//(localhost|127\\.0\\.0\\.1):[1-9]\\d{1,4}\\b|new ServerSocket\\([1-9]|\\.port\\([1-9]\\d*\\)|ServerSetupTest\\.[A-Z]+(?!\\w|\\.dynamicPort)");

    @Test
    void noFileIsLongerThanAReadersPatience() {
        assertThat(sources("src/main/java").filter(file -> lines(file).size() > LONGEST))
                .as("files above %d lines: split them where a reader would look for the parts", LONGEST)
                .isEmpty();
    }

    @Test
    void testsListenOnFreePorts() {
        assertThat(sources("src/test/java").flatMap(SourceRulesTest::fixedPorts))
                .as("fixed ports: two test runs on one machine would collide")
                .isEmpty();
    }

    @Test
    void aFixedPortIsFound() {
        assertThat(FIXED_PORT.matcher("http://localhost" + ":8080/").find()).isTrue();
        assertThat(FIXED_PORT.matcher("new ServerSocket" + "(2525)").find()).isTrue();
        assertThat(FIXED_PORT.matcher("server.port" + "(2525)").find()).isTrue();
        assertThat(FIXED_PORT
                        .matcher("new GreenMail(ServerSetupTest" + ".SMTP)")
                        .find())
                .isTrue();
        assertThat(FIXED_PORT.matcher("ServerSetupTest.SMTP.dynamicPort()").find())
                .isFalse();
        assertThat(FIXED_PORT.matcher("new ServerSocket(0)").find()).isFalse();
    }

    private static Stream<String> fixedPorts(Path file) {
        return lines(file).stream()
                .filter(line -> FIXED_PORT.matcher(line).find())
                .map(line -> file + ": " + line.strip());
    }

    private static Stream<Path> sources(String folder) {
        try (Stream<Path> found = Files.walk(Path.of(folder))) {
            return found.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
