package dev.kurir.reliability;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A mailbox as another mail program sees it. */
record MailStore(int port, String user, String password) {

    /** With flags and headers, which can still be read when the folder is closed. */
    List<Message> messages(String folder) throws MessagingException {
        List<Message> found = new ArrayList<>();
        try (Store store = store();
                Folder open = store.getFolder(folder)) {
            open.open(Folder.READ_ONLY);
            FetchProfile profile = new FetchProfile();
            profile.add(FetchProfile.Item.FLAGS);
            profile.add(UIDFolder.FetchProfileItem.UID);
            open.fetch(open.getMessages(), profile);
            for (Message message : open.getMessages()) {
                found.add(new MimeMessage((MimeMessage) message));
            }
        }
        return found;
    }

    /** The octets, in their order. */
    List<byte[]> raw(String folder) throws MessagingException, IOException {
        List<byte[]> found = new ArrayList<>();
        for (Message message : messages(folder)) {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            message.writeTo(octets);
            found.add(octets.toByteArray());
        }
        return found;
    }

    private Store store() throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.imap.fetchsize", "1000000");
        properties.put("mail.imap.peek", "true");
        Store store = Session.getInstance(properties).getStore("imap");
        store.connect("127.0.0.1", port, user, password);
        return store;
    }
}
