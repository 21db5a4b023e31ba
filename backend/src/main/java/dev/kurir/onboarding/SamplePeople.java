package dev.kurir.onboarding;

import dev.kurir.contact.ContactDetails;
import dev.kurir.kernel.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 25 people of the built-in mail world; a few addresses behave in ways that a newcomer should see. */
final class SamplePeople {
    private static final List<String> NAMES = List.of(
            "Budi Santoso",
            "Siti Rahayu",
            "Emma Wilson",
            "Agus Setiawan",
            "Dewi Lestari",
            "James Carter",
            "Rina Wulandari",
            "Hendra Gunawan",
            "Olivia Brown",
            "Putri Anggraini",
            "Yusuf Hidayat",
            "Noah Taylor",
            "Ayu Kartika",
            "Bayu Pratama",
            "Sophia Evans",
            "Fajar Nugroho",
            "Maya Sari");
    private static final List<String> CITIES = List.of("Jakarta", "Bandung", "Surabaya", "Medan", "London", "");

    private SamplePeople() {}

    static List<ContactDetails> all() {
        List<ContactDetails> people = new ArrayList<>();
        for (int at = 0; at < NAMES.size(); at++) {
            people.add(person("ok+" + (at + 1), NAMES.get(at), CITIES.get(at % CITIES.size())));
        }
        people.add(person("bounce", "Tono Pindah", "Makassar"));
        people.add(person("slow+1", "Wati Sabar", "Yogyakarta"));
        people.add(person("soft+1", "Grace Patience", "Leeds"));
        people.add(person("drop", "Joko Putus", "Semarang"));
        people.add(person("reply", "Lina Balas", "Denpasar"));
        people.add(person("ooo", "Liam Walker", "Bristol"));
        people.add(person("gone", "Indah Permata", "Padang"));
        people.add(person("complain", "Rizky Maulana", "Solo"));
        return List.copyOf(people);
    }

    private static ContactDetails person(String local, String name, String city) {
        Map<String, String> data = city.isEmpty() ? Map.of() : Map.of("city", city);
        return new ContactDetails(new EmailAddress(local + "@sandbox.test"), name, "", "", data);
    }
}
