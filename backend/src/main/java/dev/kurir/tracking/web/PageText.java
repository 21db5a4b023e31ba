package dev.kurir.tracking.web;

/**
 * What a page says.
 *
 * @param button empty: there is nothing to do
 * @param otherLanguage empty: looking at it again would not show this page
 */
record PageText(String title, String sentence, String button, String otherLanguage) {

    static PageText ask(PageLanguage language) {
        return language == PageLanguage.EN
                ? new PageText(
                        "Stop these e-mails?",
                        "Press the button and we will not write to this address any more.",
                        "Unsubscribe",
                        "Bahasa Indonesia")
                : new PageText(
                        "Berhenti menerima email ini?",
                        "Tekan tombol di bawah, dan kami tidak akan menulis ke alamat ini lagi.",
                        "Berhenti berlangganan",
                        "English");
    }

    static PageText done(PageLanguage language) {
        return language == PageLanguage.EN
                ? new PageText(
                        "You are unsubscribed",
                        "From now on we will not write to this address any more. You can close this page.",
                        "",
                        "")
                : new PageText(
                        "Anda sudah berhenti berlangganan",
                        "Mulai sekarang kami tidak akan menulis ke alamat ini lagi. Halaman ini boleh ditutup.",
                        "",
                        "");
    }

    static PageText test(PageLanguage language) {
        return language == PageLanguage.EN
                ? new PageText(
                        "This was a test",
                        "The link came with a test message, so it does nothing. In the real message it works.",
                        "",
                        "Bahasa Indonesia")
                : new PageText(
                        "Ini hanya percobaan",
                        "Tautan ini berasal dari email percobaan, jadi tidak melakukan apa-apa."
                                + " Di email yang sesungguhnya tautan ini berfungsi.",
                        "",
                        "English");
    }

    static PageText unknown(PageLanguage language) {
        return language == PageLanguage.EN
                ? new PageText(
                        "This link is not complete",
                        "Open it once more from the e-mail itself, or answer the e-mail and say that you want no more.",
                        "",
                        "Bahasa Indonesia")
                : new PageText(
                        "Tautan ini tidak lengkap",
                        "Buka sekali lagi langsung dari emailnya, atau balas email itu dan katakan bahwa Anda ingin berhenti.",
                        "",
                        "English");
    }
}
