package io.qihang.identity.domain;

import io.qihang.access.Actor;
import io.qihang.access.Authenticator;
import io.qihang.access.Client;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the actor from the request's token. */
@Component
class RequestAuthenticator implements Authenticator {

    private final Sessions sessions;
    private final StaffStandings staff;

    RequestAuthenticator(Sessions sessions, StaffStandings staff) {
        this.sessions = sessions;
        this.staff = staff;
    }

    @Override
    public @Nullable Actor authenticate(HttpServletRequest request, Client client, boolean asStaff) {
        UUID account = sessions.accountOf(request, client);
        if (account == null) return null;
        return staff.actor(account, client);
    }
}
