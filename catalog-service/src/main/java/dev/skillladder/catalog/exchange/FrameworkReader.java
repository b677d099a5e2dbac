package dev.skillladder.catalog.exchange;

import java.io.IOException;

/** Reads one format. */
public interface FrameworkReader {

    /** The format it reads. */
    Format format();

    /**
     * Takes a file over.
     *
     * @param sketch what the framework is now; the reader changes it
     * @param reading what was taken over and what was refused
     */
    void read(Upload upload, Sketch sketch, Reading reading) throws IOException;
}
