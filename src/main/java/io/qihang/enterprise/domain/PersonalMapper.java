package io.qihang.enterprise.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MemberProof;
import io.qihang.enterprise.MemberRole;
import io.qihang.identity.PersonId;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** What is kept about one person. */
@Mapper
interface PersonalMapper {

    @Select("""
            select m.enterprise_id, e.name, m.role, m.status, m.proof, m.manager, m.requested_at
            from membership m join enterprise e on e.id = m.enterprise_id
            where m.person_id = #{person} order by m.id desc
            """)
    List<MemberRow> memberships(PersonId person);

    @Select("select name, status, submitted_at from registration where person_id = #{person} order by id desc")
    List<RegistrationRow> registrations(PersonId person);

    @Select("""
            select p.file_id from licence_photo p
            left join registration r on r.id = p.registration_id
            left join membership m on m.id = p.membership_id
            where r.person_id = #{person} or m.person_id = #{person}
            """)
    List<String> licences(PersonId person);

    record MemberRow(
            EnterpriseId enterpriseId,
            String name,
            MemberRole role,
            MembershipStatus status,
            MemberProof proof,
            boolean manager,
            Instant requestedAt) {

        boolean isOpen() {
            return status == MembershipStatus.REQUESTED || status == MembershipStatus.ACTIVE;
        }
    }

    record RegistrationRow(String name, RegistrationStatus status, Instant submittedAt) {}
}
