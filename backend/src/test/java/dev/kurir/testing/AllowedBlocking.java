package dev.kurir.testing;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Blocking that BlockHound lets pass: short, bounded and in code that is not ours. Each entry says why. */
public final class AllowedBlocking implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // /dev/urandom never waits; every login, token and SCRAM handshake needs it.
        builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
        // Files inside our own jars, which are open and in the system's cache; the framework serves pages from them.
        builder.allowBlockingCallsInside("java.util.jar.JarFile", "getEntry");
        builder.allowBlockingCallsInside("java.util.zip.ZipFile$ZipFileInputStream", "read");
        // Two that meet a type for the first time build its deserializer one after the other; afterwards nobody waits.
        builder.allowBlockingCallsInside(
                "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer");
        // Two threads that ask Netty's arena for memory at the same moment, for as long as it takes to hand it out.
        builder.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate");
        // Console output under a lock.
        builder.allowBlockingCallsInside("ch.qos.logback.classic.Logger", "callAppenders");
    }
}
