package io.qihang.enterprise;

import io.qihang.identity.PersonId;

/** It is proven that a person acts for an enterprise; from now on the person sees its private data. */
public record MembershipConfirmed(
        MembershipId membership, EnterpriseId enterprise, PersonId person, int schemaVersion) {

    public MembershipConfirmed(MembershipId membership, EnterpriseId enterprise, PersonId person) {
        this(membership, enterprise, person, 1);
    }
}
