package io.qihang.identity.domain;

import io.qihang.access.Actor;
import io.qihang.access.Authenticator;
import io.qihang.access.Client;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the actor from the request's token. */
@Component
class RequestAuthenticator implements Authenticator {

    private final Sessions sessions;
    private final StaffStandings staff;
    private final PersonStandings persons;

    RequestAuthenticator(Sessions sessions, StaffStandings staff, PersonStandings persons) {
        this.sessions = sessions;
        this.staff = staff;
        this.persons = persons;
    }

    @Override
    public @Nullable Actor authenticate(HttpServletRequest request, Client client, boolean asStaff) {
        UUID account = sessions.accountOf(request, client);
        if (account == null) return null;
        if (client == Client.CONSOLE) return staff.actor(account, client);
        PersonId id = new PersonId(account);
        Actor person = persons.actor(id);
        if (person == null || !asStaff) return person;
        Actor member = boundTo(id);
        return member == null ? person : member;
    }

    private @Nullable Actor boundTo(PersonId person) {
        StaffId account = persons.account(person);
        return account == null ? null : staff.actor(account.value(), Client.PHONE);
    }
}
