package io.qihang.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.Operations;
import io.qihang.testing.Operations.Operation;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every operation against every caller, as the checked-in matrix says: {@code +} let through (whatever the answer to an
 * empty request then is), {@code -} refused with 403, {@code 0} not signed in on this client (401).
 */
@SystemTest
class AccessMatrixTests {

    private static final Path MATRIX = Path.of("src", "test", "resources", "access-matrix.csv");

    /** After these a caller is signed out, or no commissioner on that phone any more. */
    private static final Set<String> ENDS_THE_CALLER =
            Set.of("signOut", "signOutOfWeChat", "unbindStaffAccount", "cancelMyAccount");

    @Autowired
    Api api;

    @Autowired
    Staffing staffing;

    @Autowired
    Limits limits;

    @Autowired
    Operations operations;

    @Autowired
    Phones phones;

    @Test
    void every_operation_answers_every_caller_as_the_matrix_says() throws IOException {
        List<String> lines = Files.readAllLines(MATRIX);
        List<String> callers =
                Arrays.asList(lines.get(0).split(",")).subList(1, lines.get(0).split(",").length);
        Map<String, String[]> expected = new LinkedHashMap<>();
        lines.stream().skip(1).map(it -> it.split(",")).forEach(it -> expected.put(it[0], it));

        assertThat(operations.all().stream().map(Operation::id)).containsExactlyInAnyOrderElementsOf(expected.keySet());
        Map<String, Api> known = new HashMap<>();
        List<String> differences = new ArrayList<>();
        for (Operation operation : operations.all()) {
            for (int i = 0; i < callers.size(); i++) {
                Api caller = as(callers.get(i), operation, known);
                limits.forget();
                String actual = outcome(caller, operation);
                String wanted = Objects.requireNonNull(expected.get(operation.id()))[i + 1];
                if (!actual.equals(wanted)) {
                    differences.add(operation.id() + " as " + callers.get(i) + ": " + wanted + " but " + actual);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Somebody the operation does not make useless for the next one. */
    private Api as(String caller, Operation operation, Map<String, Api> known) {
        return ENDS_THE_CALLER.contains(operation.id()) ? hired(caller) : known.computeIfAbsent(caller, this::hired);
    }

    private Api hired(String caller) {
        return switch (caller) {
            case "ANYONE" -> api;
            case "PERSON" -> phones.signIn().api();
            case "PHONE_COMMISSIONER" ->
                phones.bound(staffing.hireAny(Role.COMMISSIONER)).api();
            default -> staffing.hireAny(Role.valueOf(caller)).api();
        };
    }

    private static Api.Reply upload(Api caller, Operation operation) {
        return caller.once()
                .with("Content-Type", "multipart/form-data; boundary=x")
                .send(operation.method(), operation.samplePath(), "--x--\r\n");
    }

    private static String outcome(Api caller, Operation operation) {
        Api.Reply reply = operation.takesFile()
                ? upload(caller, operation)
                : caller.once().send(operation.method(), operation.samplePath(), operation.hasBody() ? "{}" : null);
        return switch (reply.status()) {
            case 401 -> reply.code().equals("NOT_SIGNED_IN") ? "0" : "+";
            case 403 -> reply.code().equals("FORBIDDEN") ? "-" : "+";
            default -> "+";
        };
    }
}
