package io.qihang.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run measured, one {@code name: value} a line in {@code target/bench/figures.txt}. */
public final class Figures {

    private static final Path FILE = Path.of("target", "bench", "figures.txt");

    private Figures() {}

    /** Notes a figure at once, so that what was measured stays when a later measurement fails. */
    public static synchronized void put(String name, double value) throws IOException {
        Map<String, String> values = new TreeMap<>();
        if (Files.exists(FILE)) {
            for (String line : Files.readAllLines(FILE)) {
                String[] parts = line.split(": ", 2);
                values.put(parts[0], parts[1]);
            }
        }
        values.put(name, String.format(Locale.ROOT, "%.2f", value));
        Files.createDirectories(FILE.getParent());
        Files.writeString(
                FILE,
                values.entrySet().stream()
                        .map(it -> it.getKey() + ": " + it.getValue() + "\n")
                        .collect(Collectors.joining()));
    }
}
