package dev.kurir.outbox;

import dev.kurir.kernel.EmailAddress;
import dev.kurir.outbox.MessageAssembly.CompiledDraft;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The drafts in use, compiled once; the least used ones are forgotten. A draft never changes, so nothing here can be
 * stale.
 */
@Component
public class CompiledDrafts {
    private static final int KEPT = 500;

    private final Drafts drafts;
    private final MessageAssembly assembly;
    private final List<MessageDecorator> decorators;
    private final Map<Long, Draft> entries = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Draft> eldest) {
            return size() > KEPT;
        }
    });

    CompiledDrafts(Drafts drafts, MessageAssembly assembly, List<MessageDecorator> decorators) {
        this.drafts = drafts;
        this.assembly = assembly;
        this.decorators = decorators;
    }

    public Mono<Draft> load(long id) {
        Draft known = entries.get(id);
        return known != null ? Mono.just(known) : drafts.find(id).flatMap(content -> compile(id, content));
    }

    private Mono<Draft> compile(long id, DraftContent content) {
        return Mono.fromCallable(() -> new Draft(content, tryCompile(content), decorators))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnNext(entry -> entries.put(id, entry));
    }

    /** A draft that cannot be compiled makes its messages fail; it must not stop the account. */
    private @Nullable CompiledDraft tryCompile(DraftContent content) {
        try {
            return assembly.compile(content);
        } catch (RuntimeException broken) {
            return null;
        }
    }

    /** @param compiled null when the content cannot be built */
    public record Draft(DraftContent content, @Nullable CompiledDraft compiled, List<MessageDecorator> decorators) {
        public EmailAddress from() {
            return content.from();
        }

        public byte[] splice(MessageInputs inputs) {
            return Objects.requireNonNull(compiled).splice(inputs, decoration(inputs));
        }

        /** As its reader sees it; as it was written where it cannot be built. */
        public String subject(MessageInputs inputs) {
            return compiled == null ? content.subject() : compiled.subject(inputs);
        }

        public MessageAssembly.Rendered render(MessageInputs inputs) {
            return Objects.requireNonNull(compiled).render(inputs, decoration(inputs));
        }

        private MessageDecorator.Decoration decoration(MessageInputs inputs) {
            return decorators.stream()
                    .map(decorator -> decorator.decorate(content.kind(), inputs))
                    .reduce(MessageDecorator.Decoration.NONE, MessageDecorator.Decoration::and);
        }
    }
}
