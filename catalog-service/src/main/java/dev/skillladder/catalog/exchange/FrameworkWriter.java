package dev.skillladder.catalog.exchange;

import java.io.IOException;
import java.io.OutputStream;

/** Writes one format. */
public interface FrameworkWriter {

    /** The format it writes. */
    Format format();

    /** Writes the whole file. */
    void write(Exported exported, OutputStream file) throws IOException;
}
