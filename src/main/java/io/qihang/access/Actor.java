package io.qihang.access;

import java.util.Set;
import java.util.UUID;

/**
 * Who is behind a request.
 *
 * @param account the account's id
 * @param client the client signed in on
 * @param roles granted roles; empty for an enterprise's person
 * @param scope what lies within reach
 * @param pending what must be done before anything else is allowed
 */
public record Actor(UUID account, Client client, Set<Role> roles, Scope scope, Set<Pending> pending) {

    /** Something the actor owes before other routes open. */
    public enum Pending {
        /** The current consent text has not been accepted. */
        CONSENT,
        /** The password is initial or too old. */
        PASSWORD_CHANGE
    }

    public Actor {
        roles = Set.copyOf(roles);
        pending = Set.copyOf(pending);
    }

    /** Whether this is a person of an enterprise, not a member of staff. */
    public boolean isPerson() {
        return client == Client.PHONE && roles.isEmpty();
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
