package io.qihang.enterprise.domain;

import io.qihang.enterprise.MemberProof;

/** On what an officer confirms a person. */
public enum OfficerProof {
    /** The photo of the licence that is on file was checked. */
    LICENCE(MemberProof.LICENCE),
    /** The officer knows the person, or saw person and licence in person. */
    OFFICER(MemberProof.OFFICER);

    private final MemberProof proof;

    OfficerProof(MemberProof proof) {
        this.proof = proof;
    }

    MemberProof proof() {
        return proof;
    }
}
