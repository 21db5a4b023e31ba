package dev.kurir.contact.worker;

import dev.kurir.contact.ContactDetails;
import dev.kurir.contact.Group;
import dev.kurir.contact.GroupKind;
import dev.kurir.contact.ImportJob;
import dev.kurir.contact.ImportRefusal;
import dev.kurir.contact.ImportedPeople;
import dev.kurir.contact.ImportedPeople.Stored;
import dev.kurir.contact.StoredGroups;
import dev.kurir.contact.StoredImports;
import dev.kurir.contact.csv.CsvLine.Person;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.Id;
import dev.kurir.platform.feed.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Writes one batch, its counters and its refusals in one transaction: after a crash the counters tell the truth. */
@Component
class BatchWriter {
    private final ImportedPeople people;
    private final StoredGroups groups;
    private final StoredImports imports;
    private final Feed feed;
    private final TransactionalOperator transaction;

    BatchWriter(
            ImportedPeople people,
            StoredGroups groups,
            StoredImports imports,
            Feed feed,
            TransactionalOperator transaction) {
        this.people = people;
        this.groups = groups;
        this.imports = imports;
        this.feed = feed;
        this.transaction = transaction;
    }

    Mono<Void> write(ImportJob job, ImportBatch batch, Progress progress) {
        List<ImportRefusal> kept = progress.firstOf(batch.refusals());
        List<ContactDetails> details = batch.details();
        return people.put(job.workspaceId(), details, job.updatesExisting())
                .delayUntil(stored -> joinAll(job, GroupKind.LIST, batch, stored, person -> listsOf(job, person)))
                .delayUntil(stored -> joinAll(job, GroupKind.TAG, batch, stored, Person::tags))
                .delayUntil(stored -> imports.count(job.id(), batch.counts(stored), progress.octets()))
                .delayUntil(_ -> imports.refuse(job.workspaceId(), job.id(), kept))
                .delayUntil(_ -> progress.isDue() ? feed.publish(ImportFeed.progress(job)) : Mono.empty())
                .as(transaction::transactional)
                .then();
    }

    private Mono<Void> joinAll(
            ImportJob job,
            GroupKind kind,
            ImportBatch batch,
            List<Stored> stored,
            Function<Person, List<String>> namesOf) {
        List<String> names = distinctNames(batch, namesOf);
        if (names.isEmpty()) {
            return Mono.empty();
        }
        return groups.ensure(job.workspaceId(), kind, names)
                .map(found -> Pairs.of(batch, stored, found, namesOf))
                .flatMap(pairs -> groups.joinPairs(job.workspaceId(), kind, pairs.groups(), pairs.contacts()));
    }

    private static List<String> distinctNames(ImportBatch batch, Function<Person, List<String>> namesOf) {
        return batch.people().values().stream()
                .flatMap(person -> namesOf.apply(person).stream())
                .distinct()
                .toList();
    }

    private static List<String> listsOf(ImportJob job, Person person) {
        return job.list() == null
                ? person.lists()
                : Stream.concat(Stream.of(job.list()), person.lists().stream()).toList();
    }

    /** Group n belongs to contact n. */
    private record Pairs(List<Id> groups, List<ContactId> contacts) {

        static Pairs of(
                ImportBatch batch, List<Stored> stored, List<Group> found, Function<Person, List<String>> namesOf) {
            Map<String, Id> byName = found.stream().collect(Collectors.toMap(Group::name, Group::id));
            Pairs pairs = new Pairs(new ArrayList<>(), new ArrayList<>());
            for (Stored one : stored) {
                Person person = Objects.requireNonNull(batch.people().get(one.address()), one.address());
                namesOf.apply(person)
                        .forEach(name -> pairs.add(Objects.requireNonNull(byName.get(name), name), one.id()));
            }
            return pairs;
        }

        private void add(Id group, ContactId contact) {
            groups.add(group);
            contacts.add(contact);
        }
    }
}
