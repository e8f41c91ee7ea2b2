package io.qihang.enterprise;

import io.qihang.identity.PersonId;

/** A confirmed member of an enterprise. */
public record Member(PersonId person, MemberRole role, boolean manager) {}
