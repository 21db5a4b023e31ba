package dev.kurir.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the program cannot start, instead of a stack trace, also when Spring is half up. */
class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefusedException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, StartRefusedException refused) {
        return new FailureAnalysis(String.valueOf(refused.getMessage()), null, refused);
    }
}
