package dev.kurir.onboarding;

import dev.kurir.campaign.CampaignContent;
import dev.kurir.workspace.Language;

/** The sample campaign, in the language of the person who asks for it. */
record SampleMessage(String list, String campaign, CampaignContent content) {
    private static final String FRAME = """
            <!doctype html>
            <html>
            <body style="margin:0;background:#f4f5f7;font-family:Arial,Helvetica,sans-serif;color:#1c2330">
              <table role="presentation" width="100%%" cellpadding="0" cellspacing="0">
                <tr><td align="center" style="padding:24px 12px">
                  <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff">
                    <tr><td style="padding:28px 28px 8px;font-size:22px;font-weight:bold">%s</td></tr>
                    <tr><td style="padding:8px 28px;font-size:16px;line-height:1.6">%s</td></tr>
                    <tr><td style="padding:8px 28px 28px;font-size:16px;line-height:1.6">%s<br>{{account.name}}</td></tr>
                    <tr><td style="padding:16px 28px;border-top:1px solid #dfe3ea;font-size:13px;color:#566074">
                      <a href="{{unsubscribe_url}}" style="color:#566074">%s</a>
                    </td></tr>
                  </table>
                </td></tr>
              </table>
            </body>
            </html>
            """;

    static SampleMessage in(Language language) {
        return language == Language.INDONESIAN ? indonesian() : english();
    }

    private static SampleMessage indonesian() {
        return new SampleMessage(
                "Contoh",
                "Contoh: salam pertama",
                new CampaignContent(
                        "Halo {{first_name|teman}}, ada kabar untuk {{data.city|kota Anda}}",
                        "Email pertama Anda dari Kurir",
                        FRAME.formatted(
                                "Halo {{name|teman}}!",
                                "Ini email contoh. Setiap orang menerima namanya sendiri dan kabar untuk"
                                        + " {{data.city|kotanya}}. Tidak ada satu pun yang keluar dari komputer ini.",
                                "Salam,",
                                "Berhenti berlangganan"),
                        """
                        Halo {{name|teman}}!

                        Ini email contoh. Setiap orang menerima namanya sendiri dan kabar untuk {{data.city|kotanya}}.
                        Tidak ada satu pun yang keluar dari komputer ini.

                        Salam,
                        {{account.name}}

                        Berhenti berlangganan: {{unsubscribe_url}}
                        """));
    }

    private static SampleMessage english() {
        return new SampleMessage(
                "Sample",
                "Sample: a first hello",
                new CampaignContent(
                        "Hello {{first_name|friend}}, news for {{data.city|your city}}",
                        "Your first e-mail from Kurir",
                        FRAME.formatted(
                                "Hello {{name|friend}}!",
                                "This is a sample. Everybody gets their own name and news for"
                                        + " {{data.city|their city}}. None of it leaves this machine.",
                                "Best wishes,",
                                "Unsubscribe"),
                        """
                        Hello {{name|friend}}!

                        This is a sample. Everybody gets their own name and news for {{data.city|their city}}.
                        None of it leaves this machine.

                        Best wishes,
                        {{account.name}}

                        Unsubscribe: {{unsubscribe_url}}
                        """));
    }
}
