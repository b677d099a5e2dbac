package dev.skillladder.assessment.evidence;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.MediaType;

/** What may be attached, told by a file's first bytes; its name and what the sender says about it count nothing. */
enum FileType {
    /** Documents. */
    PDF(MediaType.APPLICATION_PDF_VALUE, "%PDF-"),
    /** Pictures without loss. */
    PNG(MediaType.IMAGE_PNG_VALUE, "\u0089PNG\r\n\u001a\n"),
    /** Photographs. */
    JPEG(MediaType.IMAGE_JPEG_VALUE, "\u00ff\u00d8\u00ff"),
    /** Text in UTF-8, Markdown, CSV and source code among it. */
    TEXT("text/plain;charset=UTF-8", "");

    /** How many bytes are looked at. */
    static final int HEAD = 8 * 1024;

    private final String mediaType;
    private final String beginning;

    FileType(String mediaType, String beginning) {
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<FileType> of(byte[] head) {
        return Arrays.stream(values()).filter(type -> type.matches(head)).findFirst();
    }

    private boolean matches(byte[] head) {
        return this == TEXT ? isText(head) : new String(head, StandardCharsets.ISO_8859_1).startsWith(beginning);
    }

    /** The last character may be cut in two. */
    private static boolean isText(byte[] head) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(head.length);
        boolean readable =
                !utf8.decode(ByteBuffer.wrap(head), text, head.length < HEAD).isError();
        return readable && text.flip().chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r');
    }
}
