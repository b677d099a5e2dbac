package dev.skillladder.catalog.exchange.moodle;

import dev.skillladder.catalog.exchange.Format;
import dev.skillladder.catalog.exchange.FrameworkReader;
import dev.skillladder.catalog.exchange.Reading;
import dev.skillladder.catalog.exchange.Sketch;
import dev.skillladder.catalog.exchange.Upload;
import dev.skillladder.catalog.exchange.csv.CsvText;
import java.io.IOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A competency framework as Moodle's “Export competency framework” writes it. */
@Component
class MoodleImport implements FrameworkReader {

    private final JsonMapper json;

    MoodleImport(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Format format() {
        return Format.MOODLE;
    }

    @Override
    public void read(Upload upload, Sketch sketch, Reading reading) throws IOException {
        MoodleFile file = new MoodleFile(upload.name(), sketch, reading, json);
        CsvText.read(upload, file::row);
        file.end();
    }
}
