package dev.kurir.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that nobody signed but its owner, made by the JDK's own tool. */
public final class TestCertificate {
    private static final String PASSWORD = "changeit";
    private static final String NAME = "store.p12";

    private final Path file;
    private final KeyStore store;

    /** For these names, written as {@code dns:localhost,ip:127.0.0.1}. */
    public TestCertificate(Path folder, String names)
            throws IOException, InterruptedException, GeneralSecurityException {
        file = folder.resolve(NAME);
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=scripted",
                        "-ext",
                        "san=" + names,
                        "-validity",
                        "2",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (tool.waitFor() != 0) {
            throw new IOException(said);
        }
        store = load(file);
    }

    private TestCertificate(Path file) throws IOException, GeneralSecurityException {
        this.file = file;
        store = load(file);
    }

    /** One that was made in this folder before, perhaps by another process. */
    public static TestCertificate in(Path folder) throws IOException, GeneralSecurityException {
        return new TestCertificate(folder.resolve(NAME));
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    public KeyManagerFactory keys() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        return keys;
    }

    public SSLSocketFactory sockets() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys().getKeyManagers(), null, null);
        return context.getSocketFactory();
    }

    /** What a JVM must be told to trust this certificate alone. */
    public String trustOptions() {
        return "-Djavax.net.ssl.trustStoreType=PKCS12 -Djavax.net.ssl.trustStorePassword=%s -Djavax.net.ssl.trustStore=%s"
                .formatted(PASSWORD, file);
    }

    /** Trust in this certificate alone. */
    public TrustManagerFactory trust() throws GeneralSecurityException, IOException {
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        return trust;
    }
}
