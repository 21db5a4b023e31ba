package dev.kurir.inbox.mime;

import java.util.List;

/**
 * HTML that can be shown in a frame without scripts. It fetches nothing: an inline picture has {@code data-cid} instead
 * of an address, one from elsewhere {@code data-remote} with its place in the list.
 *
 * @param remoteImages addresses of pictures that the reader may ask for
 */
public record CleanHtml(String html, List<String> remoteImages) {
    public static final CleanHtml NONE = new CleanHtml("", List.of());

    public CleanHtml {
        remoteImages = List.copyOf(remoteImages);
    }
}
