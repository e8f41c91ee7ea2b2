package io.qihang.enterprise.domain;

import io.qihang.audit.Looks;
import io.qihang.identity.PersonId;
import io.qihang.identity.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/** A person's memberships and registrations, and who looked at the licence they sent. */
@Component
class MembersRecords implements PersonalRecords {

    private final PersonalMapper mapper;
    private final LeavingMembers leaving;
    private final Looks looks;

    MembersRecords(PersonalMapper mapper, LeavingMembers leaving, Looks looks) {
        this.mapper = mapper;
        this.leaving = leaving;
        this.looks = looks;
    }

    @Override
    public List<Section> about(PersonId person) {
        return List.of(
                new Section(
                        "我的企业",
                        mapper.memberships(person).stream()
                                .map(it -> new Entry(it.name(), standing(it), it.requestedAt()))
                                .toList()),
                new Section(
                        "我提交的登记",
                        mapper.registrations(person).stream()
                                .map(it -> new Entry(it.name(), it.status().label(), it.submittedAt()))
                                .toList()),
                new Section(
                        "谁看过我交的营业执照照片",
                        looks.byOthers(mapper.licences(person), person.value()).stream()
                                .map(it -> new Entry(it.who(), it.summary(), it.at()))
                                .toList()));
    }

    private static String standing(PersonalMapper.MemberRow row) {
        String manager = row.manager() ? "，企业管理员" : "";
        return row.role().label() + "，" + row.status().label() + "（"
                + row.proof().label() + "）" + manager;
    }

    @Override
    public void cancel(PersonId person) {
        leaving.leaveAll(
                person,
                mapper.memberships(person).stream()
                        .filter(PersonalMapper.MemberRow::isOpen)
                        .map(PersonalMapper.MemberRow::enterpriseId)
                        .toList());
    }
}
