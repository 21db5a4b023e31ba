package dev.kurir.contact.csv;

/** What a column of the file is for. */
sealed interface Column {
    /** One that Kurir knows. */
    enum Known implements Column {
        EMAIL,
        NAME,
        FIRST_NAME,
        LAST_NAME,
        PHONE,
        COMPANY,
        TAGS,
        LISTS
    }

    /** A custom value of this name. */
    record Custom(String key) implements Column {}
}
