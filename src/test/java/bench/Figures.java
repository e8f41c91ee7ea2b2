package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a run, one {@code name: value} a line in {@code target/bench/figures.txt}. */
final class Figures {

    private static final Path FILE = Path.of("target", "bench", "figures.txt");

    private final Map<String, String> values = new TreeMap<>();

    /** Notes a figure and writes the file, so that what was measured stays when a later one fails. */
    void put(String name, double value) throws IOException {
        values.put(name, String.format(Locale.ROOT, "%.2f", value));
        Files.createDirectories(FILE.getParent());
        Files.write(
                FILE,
                values.entrySet().stream()
                        .map(it -> it.getKey() + ": " + it.getValue())
                        .toList());
    }
}
