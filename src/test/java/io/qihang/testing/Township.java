package io.qihang.testing;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.testing.Operations.Operation;
import java.util.Map;
import java.util.Objects;

/**
 * A township with one object of every kind and everybody who may see them; every word said there carries the mark.
 *
 * @param callers by the access matrix' columns
 * @param ids by the name a path or query uses for them; the accounts of the callers by their columns
 */
public record Township(String mark, String unit, String office, Map<String, Api> callers, Map<String, String> ids) {

    public Api caller(String column) {
        return Objects.requireNonNull(callers.get(column), column);
    }

    public Api officer() {
        return caller(Role.TOWNSHIP_OFFICER.name());
    }

    public Api county() {
        return caller(Role.COUNTY_OFFICER.name());
    }

    /** A confirmed member's phone, who manages the enterprise. */
    public Api member() {
        return caller("PERSON");
    }

    public EnterpriseId enterprise() {
        return EnterpriseId.of(id("enterprise"));
    }

    public String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    /** The path of an operation for this township's objects, with the parameters it needs. */
    public String request(Operation operation, String column) {
        var needed = operation.parameters().stream()
                .filter(it -> it.required() || it.name().equals("unit"))
                .map(it -> it.name() + "="
                        + (it.values().isEmpty() ? id(it.name()) : it.values().get(0)))
                .toList();
        return path(operation, column) + (needed.isEmpty() ? "" : "?" + String.join("&", needed));
    }

    /** The path of an operation for this township's objects. */
    public String path(Operation operation, String column) {
        String path = operation.path();
        for (String variable : operation.variables()) {
            boolean own = variable.equals("ticket") && column.endsWith("COMMISSIONER");
            path = path.replace("{" + variable + "}", id(own ? "fieldTicket" : variable));
        }
        return path;
    }
}
