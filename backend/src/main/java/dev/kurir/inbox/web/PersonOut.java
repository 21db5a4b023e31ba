package dev.kurir.inbox.web;

import dev.kurir.inbox.mime.Person;
import java.util.List;

/** Somebody as a mail names them: the address may be none that can be written to. */
record PersonOut(String name, String address) {
    static PersonOut of(Person person) {
        return new PersonOut(person.name(), person.address());
    }

    static List<PersonOut> of(List<Person> people) {
        return people.stream().map(PersonOut::of).toList();
    }
}
