package io.qihang.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Makes the actor from a request. The one implementation is the identity module's; this seam keeps Sa-Token there. */
public interface Authenticator {

    /**
     * Who calls.
     *
     * @param client the client whose token is accepted
     * @param asStaff on the phone: the staff account bound to the person; without one, the person, who has no role
     * @return null when nobody is signed in on that client
     */
    @Nullable
    Actor authenticate(HttpServletRequest request, Client client, boolean asStaff);
}
