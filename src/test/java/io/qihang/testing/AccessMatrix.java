package io.qihang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who may call which operation, as the checked-in matrix says. */
public final class AccessMatrix {

    private static final Path MATRIX = Path.of("src", "test", "resources", "access-matrix.csv");

    private final Map<String, List<String>> callers = new LinkedHashMap<>();
    private final Map<String, List<String>> refused = new LinkedHashMap<>();

    private AccessMatrix(List<String> lines) {
        String[] columns = lines.get(0).split(",");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            List<String> through = new ArrayList<>();
            for (int i = 1; i < cells.length; i++) if (cells[i].equals("+")) through.add(columns[i]);
            callers.put(cells[0], List.copyOf(through));
            List<String> others = new ArrayList<>(List.of(columns).subList(1, columns.length));
            others.removeAll(through);
            refused.put(cells[0], List.copyOf(others));
        }
    }

    public static AccessMatrix read() {
        try {
            return new AccessMatrix(Files.readAllLines(MATRIX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The matrix' columns whom an operation turns away. */
    public List<String> refused(String operation) {
        return Objects.requireNonNull(refused.get(operation), () -> operation + " is not in the matrix");
    }

    /** The matrix' columns whom an operation lets through. */
    public List<String> callers(String operation) {
        return Objects.requireNonNull(callers.get(operation), () -> operation + " is not in the matrix");
    }
}
