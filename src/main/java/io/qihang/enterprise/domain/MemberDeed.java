package io.qihang.enterprise.domain;

import io.qihang.access.Actor;
import io.qihang.enterprise.MemberProof;
import io.qihang.identity.PersonId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step in a membership and who took it.
 *
 * @param account whose account it was; null when the system did it by itself
 * @param note the ground or the reason; empty when the step says it all
 */
record MemberDeed(MemberStep step, Party party, @Nullable UUID account, String note) {

    /** As what someone acts on a membership. */
    enum Party {
        SELF("本人"),
        MANAGER("企业管理员"),
        STAFF("工作人员"),
        SYSTEM("系统");

        private final String label;

        Party(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static MemberDeed self(MemberStep step, PersonId person) {
        return new MemberDeed(step, Party.SELF, person.value(), "");
    }

    static MemberDeed manager(MemberStep step, PersonId manager, String note) {
        return new MemberDeed(step, Party.MANAGER, manager.value(), note);
    }

    static MemberDeed staff(MemberStep step, Actor staff, String note) {
        return new MemberDeed(step, Party.STAFF, staff.account(), note);
    }

    /** The person is proven on this ground. */
    static MemberDeed confirmed(MemberProof on, @Nullable UUID by) {
        return new MemberDeed(MemberStep.CONFIRMED, partyOf(on), by, on.label());
    }

    /** The first proven member becomes the manager by it. */
    static MemberDeed first(MemberProof on, @Nullable UUID by) {
        return new MemberDeed(MemberStep.MADE_MANAGER, partyOf(on), by, "第一个确认的成员");
    }

    private static Party partyOf(MemberProof on) {
        return switch (on) {
            case SELF_REPORTED -> Party.SELF;
            case PHONE -> Party.SYSTEM;
            case MANAGER -> Party.MANAGER;
            case LICENCE, OFFICER -> Party.STAFF;
        };
    }
}
