package dev.kurir.contact.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.contact.csv.CsvLine.Person;
import dev.kurir.contact.csv.CsvLine.Refused;
import dev.kurir.kernel.DomainException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void readsEveryEncoding(String charset) throws IOException {
        byte[] octets = "email,name,kota\nzoé@example.com,x,y\nzoe@example.com,Zoé Müller,Besançon\n"
                .getBytes(Charset.forName(charset));

        assertThat(person(read(octets), 1).details().name()).isEqualTo("Zoé Müller");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheFirstName(String charset) throws IOException {
        byte[] octets = "\uFEFFemail,name\na@example.com,Ada\n".getBytes(Charset.forName(charset));

        assertThat(person(read(octets), 0).details().name()).isEqualTo("Ada");
    }

    @Test
    void windows1252IsSeenEvenFarBehindTheHead() throws IOException {
        String ascii = "a@example.com,Ada\n".repeat(10_000);
        byte[] octets = ("email,name\n" + ascii + "z@example.com,Zoé\n").getBytes(Charset.forName("windows-1252"));

        assertThat(person(read(octets), 10_000).details().name()).isEqualTo("Zoé");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheSeparator(String separator) throws IOException {
        String text = String.join(separator, "\"last, first; or\"", "email", "name") + "\n"
                + String.join(separator, "x", "a@example.com", "Ada") + "\n";

        assertThat(person(read(text), 0).details().name()).isEqualTo("Ada");
    }

    @Test
    void takesTheSeparatorThatExcelAnnounces() throws IOException {
        assertThat(person(read("sep=;\nemail;name\na@example.com;Ada\n"), 0)
                        .details()
                        .name())
                .isEqualTo("Ada");
    }

    @ParameterizedTest
    @CsvSource({
        "email,name,phone,company,tags,lists",
        "E-Mail,Full Name,Phone Number,Organization,Label,List",
        "Surel,Nama,Telepon,Perusahaan,Label,Daftar",
        "alamat_email,Nama Lengkap,No. HP,Instansi,tag,daftar"
    })
    void knowsTheNamesOfColumnsInBothLanguages(
            String email, String name, String phone, String company, String tags, String lists) throws IOException {
        String header = String.join(",", email, name, phone, company, tags, lists);

        Person ada = person(read(header + "\nada@example.com,Ada,+62 1,Engines,\"vip, new\",Guests|Friends\n"), 0);

        assertThat(ada.details().name()).isEqualTo("Ada");
        assertThat(ada.details().phone()).isEqualTo("+62 1");
        assertThat(ada.details().company()).isEqualTo("Engines");
        assertThat(ada.details().data()).isEmpty();
        assertThat(ada.tags()).containsExactly("vip", "new");
        assertThat(ada.lists()).containsExactly("Guests", "Friends");
    }

    @Test
    void otherColumnsBecomeCustomValuesThatATemplateCanName() throws IOException {
        Person ada = person(read("email,Kota Asal,kota-asal,,Größe (cm)\nada@example.com,A,B,C,170\n"), 0);

        assertThat(ada.details().data())
                .isEqualTo(Map.of("kota_asal", "A", "kota_asal_2", "B", "column_4", "C", "größe_cm", "170"));
    }

    @Test
    void aSecondAddressIsACustomValue() throws IOException {
        Person ada = person(read("email,E-Mail\nada@example.com,work@example.com\n"), 0);

        assertThat(ada.details().data()).isEqualTo(Map.of("e_mail", "work@example.com"));
    }

    @Test
    void firstAndLastNameMakeAName() throws IOException {
        assertThat(person(read("email,Nama Depan,Nama Belakang\nada@example.com,Ada,Lovelace\n"), 0)
                        .details()
                        .name())
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void aLineWithFewerCellsIsTakenAndOneWithMoreIsRefused() throws IOException {
        List<CsvLine> lines = read("email,name\na@example.com\nb@example.com,Bob,more\nc@example.com,C,,\n");

        assertThat(person(lines, 0).details().name()).isEmpty();
        assertThat(refused(lines, 1).code()).isEqualTo("too_many_cells");
        assertThat(refused(lines, 1).content()).isEqualTo("b@example.com,Bob,more");
        assertThat(person(lines, 2).details().name()).isEqualTo("C");
    }

    @Test
    void linesAreNumberedAsAnEditorDoes() throws IOException {
        List<CsvLine> lines = read("email,note\n\na@example.com,\"one\ntwo\"\nnobody,x\n");

        assertThat(lines).extracting(CsvLine::line).containsExactly(3L, 5L);
        assertThat(person(lines, 0).details().data()).containsEntry("note", "one two");
    }

    @ParameterizedTest
    @CsvSource({
        "'', email_missing",
        "nobody, email_invalid",
        "a@b, email_invalid",
        "a b@example.com, email_invalid",
        "a@example.com.., email_invalid"
    })
    void addressesThatCannotBeMailedAreRefused(String address, String code) throws IOException {
        assertThat(refused(read("email,name\n\"" + address + "\",Ada\n"), 0).code())
                .isEqualTo(code);
    }

    @Test
    void anAddressWithANameBeforeItIsFound() throws IOException {
        assertThat(person(read("email\nAda Lovelace <ada@example.com>\n"), 0)
                        .details()
                        .email())
                .hasToString("ada@example.com");
    }

    @Test
    void aFormulaStaysText() throws IOException {
        Person eve = person(read("email,name,note\neve@example.com,\"=cmd|' /C calc'!A0\",@SUM(1+1)\n"), 0);

        assertThat(eve.details().name()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(eve.details().data()).containsEntry("note", "@SUM(1+1)");
    }

    @Test
    void aNulIsRefusedAndShownHarmlessly() throws IOException {
        Refused refused = refused(read("email,name\na@example.com,A\0da\n"), 0);

        assertThat(refused.code()).isEqualTo("control_character");
        assertThat(refused.content()).isEqualTo("a@example.com,A\uFFFDda");
    }

    @Test
    void aNameOverTwoLinesIsRefused() throws IOException {
        assertThat(refused(read("email,name\na@example.com,\"Ada\r\nBcc: eve@example.com\"\n"), 0)
                        .code())
                .isEqualTo("control_character");
    }

    @Test
    void aHugeCellIsOneRefusedLine() throws IOException {
        List<CsvLine> lines = read("email,name\na@example.com," + "x".repeat(10_000_000) + "\nb@example.com,Bob\n");

        assertThat(refused(lines, 0).code()).isEqualTo("too_long");
        assertThat(refused(lines, 0).content()).hasSize(500);
        assertThat(person(lines, 1).details().name()).isEqualTo("Bob");
    }

    @Test
    void aQuoteThatIsNeverClosedSwallowsNothingInSilence() {
        assertUnreadable("email,name\na@example.com,Ada\nb@example.com,\"Bob\nc@example.com,C\n", "After line 2 ");
    }

    @Test
    void lettersBehindAQuoteAreKept() throws IOException {
        assertThat(person(read("email,name\na@example.com,\"Ada\" L\n"), 0)
                        .details()
                        .name())
                .isEqualTo("Ada L");
    }

    @Test
    void aFileWithoutAddressesIsRefused() {
        assertUnreadable("", "The file is empty");
        assertUnreadable("\n\n", "The file is empty");
        assertUnreadable("name,phone\nAda,1\n", "No column holds addresses");
        assertUnreadable("ada@example.com,Ada\nbob@example.com,Bob\n", "No column holds addresses");
        assertUnreadable("email" + ",x".repeat(300) + "\n", "more than 200 columns");
    }

    @Test
    void aHeaderAloneHasNoLines() throws IOException {
        assertThat(read("email,name")).isEmpty();
    }

    @Test
    void givesItsLinesInBatches() throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), "email\n" + "a@example.com\n".repeat(5));

        try (CsvFile csv = CsvFile.open(file)) {
            assertThat(csv.next(3)).hasSize(3);
            assertThat(csv.next(3)).hasSize(2);
            assertThat(csv.next(3)).isEmpty();
            assertThat(csv.octetsRead()).isEqualTo(Files.size(file));
        }
    }

    private List<CsvLine> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<CsvLine> read(byte[] octets) throws IOException {
        Path file = Files.write(folder.resolve("file.csv"), octets);
        List<CsvLine> lines = new ArrayList<>();
        try (CsvFile csv = CsvFile.open(file)) {
            for (List<CsvLine> batch = csv.next(100); !batch.isEmpty(); batch = csv.next(100)) {
                lines.addAll(batch);
            }
        }
        return lines;
    }

    private void assertUnreadable(String text, String sentence) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(DomainException.class).hasMessageContaining(sentence);
    }

    private static Person person(List<CsvLine> lines, int index) {
        assertThat(lines.get(index)).isInstanceOf(Person.class);
        return (Person) lines.get(index);
    }

    private static Refused refused(List<CsvLine> lines, int index) {
        assertThat(lines.get(index)).isInstanceOf(Refused.class);
        return (Refused) lines.get(index);
    }
}
