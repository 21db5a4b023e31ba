package dev.kurir.contact.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.kurir.contact.csv.Column.Known;
import dev.kurir.kernel.DomainException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A CSV file that is read line by line, never whole. Blocking: use it on a thread that may wait. */
public final class CsvFile implements AutoCloseable {
    private static final int LONGEST_HEADER = 64 * 1024;
    private static final int MOST_COLUMNS = 200;
    private static final String BREAK =
            " the file cannot be read as CSV: is a quote opened and never closed? What stands before it was taken.";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CountingInput input;
    private final CloseableIterator<CsvRecord> rows;
    private final LineReader lines;
    private long lastLine = 1;
    private boolean broken;

    private CsvFile(CountingInput input, CloseableIterator<CsvRecord> rows, LineReader lines) {
        this.input = input;
        this.rows = rows;
        this.lines = lines;
    }

    /** Refuses a file without a header that names a column of addresses. */
    public static CsvFile open(Path file) throws IOException {
        Charset charset = CsvCharset.of(file);
        CsvDialect dialect = CsvDialect.of(firstLine(file, charset));
        CountingInput input = new CountingInput(Files.newInputStream(file));
        try {
            CloseableIterator<CsvRecord> rows = rows(reader(input, charset), dialect);
            List<Column> columns = header(rows);
            return new CsvFile(input, rows, new LineReader(columns, dialect.separator()));
        } catch (IOException | RuntimeException failed) {
            input.close();
            throw failed;
        }
    }

    /**
     * The next lines, at most so many; none at the end of the file. Where the file breaks, what stands before the break
     * is given out first; the call after that refuses.
     */
    public List<CsvLine> next(int most) {
        List<CsvLine> batch = new ArrayList<>();
        try {
            while (!broken && batch.size() < most && rows.hasNext()) {
                CsvRecord row = rows.next();
                lastLine = row.getStartingLineNumber();
                batch.add(lines.read(row));
            }
        } catch (CsvParseException _) {
            broken = true;
        }
        if (broken && batch.isEmpty()) {
            throw unreadable("After line " + lastLine + BREAK);
        }
        return batch;
    }

    /** How much of the file was read. */
    public long octetsRead() {
        return input.count();
    }

    @Override
    public void close() throws IOException {
        rows.close();
        input.close();
    }

    // A stray letter behind a quote is no reason to refuse a file. What replaces the switch (a relaxed mode) knows no
    // unclosed
    // quotes, and those would swallow the rest of the file in silence.
    @SuppressWarnings("removal")
    private static CloseableIterator<CsvRecord> rows(Reader reader, CsvDialect dialect) {
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(reader);
        if (dialect.announced()) {
            csv.skipLines(1);
        }
        return csv.iterator();
    }

    private static List<Column> header(CloseableIterator<CsvRecord> rows) {
        try {
            if (!rows.hasNext()) {
                throw unreadable("The file is empty.");
            }
            return columns(rows.next().getFields());
        } catch (CsvParseException broken) {
            throw unreadable("The first line cannot be read as CSV.");
        }
    }

    private static List<Column> columns(List<String> names) {
        if (names.size() > MOST_COLUMNS) {
            throw unreadable("There are more than " + MOST_COLUMNS + " columns.");
        }
        List<Column> columns = Header.read(names);
        if (!columns.contains(Known.EMAIL)) {
            throw unreadable("No column holds addresses: the first line must name one of them \"email\".");
        }
        return columns;
    }

    private static String firstLine(Path file, Charset charset) throws IOException {
        try (Reader reader = reader(new CountingInput(Files.newInputStream(file)), charset)) {
            char[] head = new char[LONGEST_HEADER];
            int length = Math.max(0, reader.read(head));
            String text = new String(head, 0, length);
            return text.lines().findFirst().orElse("");
        }
    }

    private static Reader reader(CountingInput input, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(input, charset));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static DomainException unreadable(String sentence) {
        return new DomainException(DomainException.Kind.INVALID, "file_unreadable", sentence);
    }
}
